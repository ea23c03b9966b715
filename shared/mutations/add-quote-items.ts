import { z } from 'zod';
import { keepBundlesTogether } from '../domain/quote/bundle-items';
import { maxQuoteItems, quoteItemSchema } from '../domain/quote/quote';
import { idSchema } from '../lib/ids';
import { defineMutation, partnerRoles } from './mutation';
import { draftQuote, writeQuote } from './draft-quote';
import { refuse } from './rejection';

const args = z.object({
  id: idSchema,
  /** Each item goes before the item now at `before`, in this order; null or an item no longer there means the end. */
  insertions: z
    .array(z.object({ before: idSchema.nullable(), item: quoteItemSchema }))
    .min(1)
    .max(maxQuoteItems),
});

/** Adds lines and sections: typed, pasted, or brought back by undo (then each names the neighbour it stood before). Nothing comes between a bundle and its components (CAT-3). */
export const addQuoteItems = defineMutation<'addQuoteItems', z.infer<typeof args>>({
  name: 'addQuoteItems',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id }) => [{ type: 'quote', id }],
  guards: ({ id }) => [{ type: 'quote', id }],
  apply: (records, { id, insertions }, { capturedAt }) => {
    const quote = draftQuote(records, id);
    if (!quote.ok) return quote;
    const items = [...quote.value.items];
    if (items.length + insertions.length > maxQuoteItems)
      return refuse({ type: 'too-many-items', limit: maxQuoteItems });
    const present = new Set(items.map((item) => item.id));
    for (const { before, item } of insertions) {
      if (present.has(item.id)) continue; // the same line twice is one line
      const at = before === null ? -1 : items.findIndex((other) => other.id === before);
      items.splice(at === -1 ? items.length : at, 0, item);
      present.add(item.id);
    }
    return writeQuote({ ...quote.value, items: keepBundlesTogether(items), updatedAt: capturedAt });
  },
});
