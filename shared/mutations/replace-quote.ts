import { z } from 'zod';
import { idSchema } from '../lib/ids';
import { newQuoteSchema } from './create-quote';
import { draftQuote, writeQuote } from './draft-quote';
import { firstRepeated, itemTwice } from './item-twice';
import { defineMutation, partnerRoles } from './mutation';
import { refuse } from './rejection';

/** SY-13: all that a person makes of a quote. */
export const quoteContentSchema = newQuoteSchema.omit({ id: true, number: true });
export type QuoteContent = z.infer<typeof quoteContentSchema>;

const args = z.object({ id: idSchema, content: quoteContentSchema });

/**
 * SY-13: puts a person's whole version in the place of the draft's, because they chose it over what was made of the quote elsewhere. Guarded
 * like any edit: it replaces the state they compared it with and no later one.
 */
export const replaceQuote = defineMutation<'replaceQuote', z.infer<typeof args>>({
  name: 'replaceQuote',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id }) => [{ type: 'quote', id }],
  guards: ({ id }) => [{ type: 'quote', id }],
  apply: (records, { id, content }, { capturedAt }) => {
    const quote = draftQuote(records, id);
    if (!quote.ok) return quote;
    const twice = firstRepeated(content.items.map((item) => item.id));
    if (twice !== undefined) return refuse(itemTwice(twice));
    const { partnerId, ownerId, number, revision, state, madeToRenew, createdAt } = quote.value;
    const kept = { id, partnerId, ownerId, number, revision, state, madeToRenew, createdAt };
    return writeQuote({ ...content, ...kept, approval: null, updatedAt: capturedAt });
  },
});
