import { useCallback } from 'react';
import type { PricedAmounts } from '#shared/domain/pricing/priced';
import type { Quote } from '#shared/domain/quote/quote';
import { useClient } from '../../client/client-context';
import { usePartner, useRecord, useTerms } from '../../client/hooks';
import { priceQuoteWith, type ReadyPricingSource } from '../../client/pricing-source';

export type PriceOf = (quote: Quote) => ReadonlyMap<string, PricedAmounts>;

/** Prices a quote as it would be, with everything the real one is priced from. undefined while that is being read. */
export function useQuotePrice(quote: Quote, source: ReadyPricingSource): PriceOf | undefined {
  const { session } = useClient();
  const partner = usePartner();
  const terms = useTerms();
  const account = useRecord('account', quote.accountId);
  const price = useCallback(
    (tried: Quote) => {
      if (!partner || !terms) return new Map<string, PricedAmounts>();
      const { lines } = priceQuoteWith(source, tried, partner, terms, account ?? null, session.role);
      return new Map(
        lines.flatMap((line) => (line.status === 'priced' ? [[line.lineId, line.amounts] as const] : [])),
      );
    },
    [source, partner, terms, account, session.role],
  );
  return partner && terms && account !== undefined ? price : undefined;
}
