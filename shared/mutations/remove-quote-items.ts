import { z } from 'zod';
import { withComponents } from '../domain/quote/bundle-items';
import { maxQuoteItems } from '../domain/quote/quote';
import { idSchema } from '../lib/ids';
import { defineMutation, partnerRoles } from './mutation';
import { draftQuote, writeQuote } from './draft-quote';

const args = z.object({ id: idSchema, itemIds: z.array(idSchema).min(1).max(maxQuoteItems) });

/** Takes lines or sections out, a bundle with its components (CAT-3); one that is already gone is no error. */
export const removeQuoteItems = defineMutation<'removeQuoteItems', z.infer<typeof args>>({
  name: 'removeQuoteItems',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id }) => [{ type: 'quote', id }],
  guards: ({ id }) => [{ type: 'quote', id }],
  apply: (records, { id, itemIds }, { capturedAt }) => {
    const quote = draftQuote(records, id);
    if (!quote.ok) return quote;
    const gone = withComponents(quote.value.items, itemIds);
    const items = quote.value.items.filter((item) => !gone.has(item.id));
    return writeQuote({ ...quote.value, items, updatedAt: capturedAt });
  },
});
