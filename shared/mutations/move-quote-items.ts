import { z } from 'zod';
import { keepBundlesTogether } from '../domain/quote/bundle-items';
import { maxQuoteItems } from '../domain/quote/quote';
import { idSchema } from '../lib/ids';
import { defineMutation, partnerRoles } from './mutation';
import { draftQuote, writeQuote } from './draft-quote';

const args = z.object({
  id: idSchema,
  itemIds: z.array(idSchema).min(1).max(maxQuoteItems),
  /** The items land before this one, in the order named; null or an item no longer there means the end. */
  before: idSchema.nullable(),
});

/** CAT-3: a bundle's components go with its line, and nothing comes between them. */
export const moveQuoteItems = defineMutation<'moveQuoteItems', z.infer<typeof args>>({
  name: 'moveQuoteItems',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id }) => [{ type: 'quote', id }],
  guards: ({ id }) => [{ type: 'quote', id }],
  apply: (records, { id, itemIds, before }, { capturedAt }) => {
    const quote = draftQuote(records, id);
    if (!quote.ok) return quote;
    const moving = new Set(itemIds);
    const moved = [...moving].flatMap((itemId) => quote.value.items.filter((item) => item.id === itemId));
    const rest = quote.value.items.filter((item) => !moving.has(item.id));
    const at = before === null ? -1 : rest.findIndex((item) => item.id === before);
    rest.splice(at === -1 ? rest.length : at, 0, ...moved);
    return writeQuote({ ...quote.value, items: keepBundlesTogether(rest), updatedAt: capturedAt });
  },
});
