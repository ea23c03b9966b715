import { z } from 'zod';
import { maxQuoteItems, quoteSchema } from '../domain/quote/quote';
import { idSchema } from '../lib/ids';
import { draftQuote, writeQuote } from './draft-quote';
import { defineMutation, partnerRoles } from './mutation';

const args = z.object({
  id: idSchema,
  ...quoteSchema.pick({ priceBook: true, pricingDate: true, exchangeRate: true }).shape,
  /** PR-32: the lines that stay at the price of an older version; all others take the new one's. */
  kept: z.array(z.object({ itemId: idSchema, version: z.number().int().positive() })).max(maxQuoteItems),
});

/** PR-32: moves a draft to another version of its price book, all or nothing, as the rep decided line by line. */
export const repriceQuote = defineMutation<'repriceQuote', z.infer<typeof args>>({
  name: 'repriceQuote',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id }) => [{ type: 'quote', id }],
  guards: ({ id }) => [{ type: 'quote', id }],
  apply: (records, { id, kept, ...changes }, { capturedAt }) => {
    const quote = draftQuote(records, id);
    if (!quote.ok) return quote;
    const versions = new Map(kept.map(({ itemId, version }) => [itemId, version]));
    const items = quote.value.items.map((item) =>
      item.kind === 'line' ? { ...item, keptVersion: versions.get(item.id) ?? null } : item,
    );
    return writeQuote({ ...quote.value, ...changes, items, updatedAt: capturedAt });
  },
});
