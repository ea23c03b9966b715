import { useMemo } from 'react';
import { priceQuote } from '#shared/domain/quote/price-quote';
import type { Quote } from '#shared/domain/quote/quote';
import { usePartner, useRecord, useTerms } from '../../client/hooks';
import { useQuotePricingSource } from '../../client/pricing-source';
import type { Revision } from './compare-revisions';

/** A revision priced from the version of the book that it names (PR-32). undefined: loading. */
export function usePricedRevision(quote: Quote | undefined): Revision | undefined {
  const account = useRecord('account', quote?.accountId);
  const owner = useRecord('person', quote?.ownerId);
  const partner = usePartner();
  const terms = useTerms();
  const source = useQuotePricingSource(quote);
  return useMemo(() => {
    if (!quote) return undefined;
    if (source.status === 'missing') return { quote, priced: null };
    if (source.status !== 'ready' || source.reading || !partner || !terms) return undefined;
    if (account === undefined || owner === undefined) return undefined;
    const { book, olderBook, product } = source;
    const role = owner?.role ?? 'rep';
    return { quote, priced: priceQuote({ quote, book, olderBook, product, partner, terms, account, role }) };
  }, [quote, source, partner, terms, account, owner]);
}
