import type { z } from 'zod';
import { quoteSchema } from '../domain/quote/quote';
import { defineMutation, partnerRoles } from './mutation';
import { writeQuote } from './draft-quote';
import { firstRepeated, itemTwice } from './item-twice';
import { refuse } from './rejection';

/** What a person makes of a quote; the rest is given. */
export const newQuoteSchema = quoteSchema.omit({
  partnerId: true,
  ownerId: true,
  state: true,
  revision: true,
  approval: true,
  lastEdit: true,
  madeToRenew: true,
  createdAt: true,
  updatedAt: true,
});

/** A new draft, empty or filled (a clone). */
export const createQuote = defineMutation<'createQuote', z.infer<typeof newQuoteSchema>>({
  name: 'createQuote',
  schemaVersion: 1,
  args: newQuoteSchema,
  roles: partnerRoles,
  touches: ({ id }) => [{ type: 'quote', id }],
  guards: ({ id }) => [{ type: 'quote', id }],
  apply: (records, quote, { userId, partnerId, capturedAt }) => {
    if (records.get('quote', quote.id))
      return refuse({ type: 'already-exists', recordType: 'quote', id: quote.id });
    const twice = firstRepeated(quote.items.map(({ id }) => id));
    if (twice !== undefined) return refuse(itemTwice(twice));
    return writeQuote({
      ...quote,
      partnerId,
      ownerId: userId,
      state: 'draft',
      revision: 1,
      createdAt: capturedAt,
      updatedAt: capturedAt,
    });
  },
});
