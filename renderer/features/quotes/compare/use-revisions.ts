import { useMemo } from 'react';
import { priceQuote } from '#shared/domain/quote/price-quote';
import type { Quote } from '#shared/domain/quote/quote';
import { usePartner, useRecord, useRecords, useTerms } from '../../../client/hooks';
import { useQuotePricingSource } from '../../../client/pricing-source';
import type { Revision } from './compare-revisions';

/** Every revision of the quote that is on this device, the latest first. undefined: loading. */
export function useRevisions(current: Quote | null | undefined): readonly Quote[] | undefined {
  const kept = useRecords('quoteRevision');
  return useMemo(() => {
    if (!current || !kept) return undefined;
    const older = kept.filter(({ quoteId }) => quoteId === current.id).map(({ quote }) => quote);
    return [current, ...older.filter(({ revision }) => revision !== current.revision)].sort(
      (a, b) => b.revision - a.revision,
    );
  }, [current, kept]);
}

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
