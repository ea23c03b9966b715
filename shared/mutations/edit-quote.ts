import { z } from 'zod';
import { quoteSchema } from '../domain/quote/quote';
import { idSchema } from '../lib/ids';
import { merge } from '../lib/merge';
import { defineMutation, partnerRoles } from './mutation';
import { draftQuote, writeQuote } from './draft-quote';

const header = quoteSchema.pick({
  title: true,
  accountId: true,
  contactId: true,
  opportunityId: true,
  currency: true,
  priceBook: true,
  pricingDate: true,
  expiresOn: true,
  documentLanguage: true,
  discountPercent: true,
  introduction: true,
  terms: true,
  internalNotes: true,
  exchangeRate: true,
  contractId: true,
  dealRegistrationId: true,
  specialBidId: true,
});
const args = z.object({ id: idSchema, changes: header.partial() });

/** Changes the quote's header, terms, notes or quote-level discount; its lines have mutations of their own. */
export const editQuote = defineMutation<'editQuote', z.infer<typeof args>>({
  name: 'editQuote',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id }) => [{ type: 'quote', id }],
  guards: ({ id }) => [{ type: 'quote', id }],
  apply: (records, { id, changes }, { capturedAt }) => {
    const quote = draftQuote(records, id);
    if (!quote.ok) return quote;
    return writeQuote(merge(quote.value, { ...changes, updatedAt: capturedAt }));
  },
});
