import { isInForce } from '../pricing/effective';
import type { RuleContext } from '../pricing/rules/rule';
import type { PriceQuoteInput } from './price-quote-input';

/**
 * PR-20, PR-30: of all that the vendor agreed with partners, what counts in this quote: the partner's own, in force on the pricing date.
 * A registered deal counts for its customer only, a special bid for the quote and customer it was granted for (PR-121, PR-122).
 */
export function grantedTo({
  quote,
  terms,
}: Pick<PriceQuoteInput, 'quote' | 'terms'>): Pick<
  RuleContext,
  'agreements' | 'promotions' | 'dealRegistration' | 'specialBid'
> {
  const counts = (granted: {
    readonly partnerId: string;
    readonly validFrom: string | null;
    readonly validUntil: string | null;
  }): boolean =>
    granted.partnerId === quote.partnerId &&
    isInForce(quote.pricingDate, granted.validFrom, granted.validUntil);
  return {
    agreements: terms.agreements.filter(counts),
    promotions: terms.promotions.filter(counts),
    dealRegistration:
      terms.dealRegistrations.find(
        (deal) => deal.id === quote.dealRegistrationId && deal.accountId === quote.accountId && counts(deal),
      ) ?? null,
    specialBid:
      terms.specialBids.find(
        (bid) =>
          bid.id === quote.specialBidId &&
          bid.quoteId === quote.id &&
          // What convinced the vendor was this customer; one asked for without a customer is for any.
          (bid.accountId === null || bid.accountId === quote.accountId) &&
          bid.state === 'granted' &&
          counts(bid),
      ) ?? null,
  };
}
