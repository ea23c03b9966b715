import { z } from 'zod';
import { maxQuoteItems, quoteLineSchema } from '../domain/quote/quote';
import { idSchema } from '../lib/ids';
import { draftQuote, writeQuote } from './draft-quote';
import { defineMutation, partnerRoles } from './mutation';
import { firstRepeated, itemTwice } from './item-twice';
import { refuse } from './rejection';

const args = z.object({
  id: idSchema,
  /** The bundle's line. */
  parentId: idSchema,
  /** All its parts as they shall be from now on, in this order; they stand right after the bundle's line. */
  components: z.array(quoteLineSchema).max(500),
});

/** CAT-3: puts a bundle together, or together anew, in one step. */
export const configureBundle = defineMutation<'configureBundle', z.infer<typeof args>>({
  name: 'configureBundle',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id }) => [{ type: 'quote', id }],
  guards: ({ id }) => [{ type: 'quote', id }],
  apply: (records, { id, parentId, components }, { capturedAt }) => {
    const quote = draftQuote(records, id);
    if (!quote.ok) return quote;
    const stranger = components.find(({ component }) => component?.parentId !== parentId);
    if (stranger) return refuse({ type: 'item-not-found', itemId: stranger.id });
    const others = quote.value.items.filter(
      (item) => item.kind === 'section' || item.component?.parentId !== parentId,
    );
    const at = others.findIndex((item) => item.id === parentId);
    if (at === -1) return refuse({ type: 'item-not-found', itemId: parentId });
    const taken = new Set(others.map((item) => item.id));
    const clash = components.find((line) => taken.has(line.id));
    if (clash) return refuse({ type: 'item-not-found', itemId: clash.id });
    const twice = firstRepeated(components.map((line) => line.id));
    if (twice !== undefined) return refuse(itemTwice(twice));
    if (others.length + components.length > maxQuoteItems) {
      return refuse({ type: 'too-many-items', limit: maxQuoteItems });
    }
    const items = others.toSpliced(at + 1, 0, ...components);
    return writeQuote({ ...quote.value, items, updatedAt: capturedAt });
  },
});
