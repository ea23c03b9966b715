import { z } from 'zod';
import { maxQuoteItems, quoteLineSchema, quoteSectionSchema } from '../domain/quote/quote';
import { idSchema } from '../lib/ids';
import { merge } from '../lib/merge';
import { defineMutation, partnerRoles } from './mutation';
import { draftQuote, writeQuote } from './draft-quote';
import { refuse } from './rejection';

const changes = z.object({
  ...quoteLineSchema.omit({ kind: true, id: true }).partial().shape,
  title: quoteSectionSchema.shape.title.optional(),
});
const args = z.object({
  id: idSchema,
  edits: z
    .array(z.object({ itemId: idSchema, changes }))
    .min(1)
    .max(maxQuoteItems),
});

/** Changes fields of lines (quantity, discount, note, ...) or a section's title; several at once for a pasted block. */
export const editQuoteItems = defineMutation<'editQuoteItems', z.infer<typeof args>>({
  name: 'editQuoteItems',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id }) => [{ type: 'quote', id }],
  guards: ({ id }) => [{ type: 'quote', id }],
  apply: (records, { id, edits }, { capturedAt }) => {
    const quote = draftQuote(records, id);
    if (!quote.ok) return quote;
    const byId = new Map(quote.value.items.map((item) => [item.id, item]));
    for (const { itemId, changes } of edits) {
      const before = byId.get(itemId);
      if (!before) return refuse({ type: 'item-not-found', itemId });
      const { title, ...lineChanges } = changes;
      byId.set(itemId, before.kind === 'line' ? merge(before, lineChanges) : merge(before, { title }));
    }
    const items = quote.value.items.map((item) => byId.get(item.id) ?? item);
    return writeQuote({ ...quote.value, items, updatedAt: capturedAt });
  },
});
