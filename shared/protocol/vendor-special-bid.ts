import { z } from 'zod';
import { specialBidSchema, specialBidTermSchema } from '../domain/pricing/granted-terms';
import { quoteSchema } from '../domain/quote/quote';
import { daySchema } from '../lib/clock';
import { isStorable, notStorable } from '../lib/storable-text';
import { pricedQuoteOnWireSchema } from './vendor-approval';

const names = { partnerName: z.string(), accountName: z.string(), ownerName: z.string() };

/** GET /api/v1/vendor/special-bids (channel, admin): requests that wait, oldest first; then the others, newest first. */
export const vendorSpecialBidListSchema = z.object({
  specialBids: z.array(
    z.object({
      specialBid: specialBidSchema.omit({ wanted: true, terms: true }),
      ...names,
      lineCount: z.number(),
    }),
  ),
});

/** GET /api/v1/vendor/special-bids/{specialBidId} (channel, admin). 404 is the error `not-found`. */
export const vendorSpecialBidSchema = z.object({
  specialBid: specialBidSchema,
  ...names,
  /** null: the quote is gone. */
  quote: quoteSchema.nullable(),
  /** As the server prices it now, without this bid; null: it cannot be priced. */
  priced: pricedQuoteOnWireSchema.nullable(),
  /** What granted prices are in: the book's currency. `null`: the book is gone. */
  bookCurrency: z.string().nullable(),
});

const comment = z.string().max(2_000).refine(isStorable, notStorable);

/**
 * POST /api/v1/vendor/special-bids/{specialBidId}/decision (channel, admin). Answers with the special bid; reaches the rep with the next
 * pull. Terms for a SKU that was not asked for, or twice for one, are the error `bad-request`; decided already: `conflict`.
 */
export const specialBidDecisionSchema = z.discriminatedUnion('decision', [
  z.object({
    decision: z.literal('granted'),
    /** Each SKU at most once; what is not named is not granted. */
    terms: z.array(specialBidTermSchema).min(1).max(5_000),
    validFrom: daySchema,
    /** Not good on this day (PR-30). */
    validUntil: daySchema,
    comment,
  }),
  z.object({ decision: z.literal('rejected'), comment }),
]);
export type SpecialBidDecision = z.infer<typeof specialBidDecisionSchema>;

export const specialBidDecidedSchema = z.object({ specialBid: specialBidSchema });
