import { useMemo } from 'react';
import type { Approval } from '#shared/domain/approval/approval';
import type { DelegatedAuthority } from '#shared/domain/approval/delegated-authority';
import type { PartnerTerms } from '#shared/domain/pricing/partner-terms';
import type { PricedQuote } from '#shared/domain/pricing/priced';
import { contentHash } from '#shared/domain/quote/content-hash';
import { priceQuote } from '#shared/domain/quote/price-quote';
import type { PriceQuoteInput } from '#shared/domain/quote/price-quote-input';
import type { Quote } from '#shared/domain/quote/quote';
import { useClient } from '../../client/client-context';
import { usePartner, useRecord, useRecords, useTerms } from '../../client/hooks';
import { useQuotePricingSource } from '../../client/pricing-source';

/** A quote with everything it is priced from. */
export interface PricedFile {
  readonly quote: Quote;
  readonly input: PriceQuoteInput;
  readonly priced: PricedQuote;
  /** PR-61. */
  readonly contentHash: string;
  /** Prices another state of this quote from the same source. */
  readonly priceAs: (quote: Quote, terms?: PartnerTerms) => PricedQuote;
}

/** `missing`: its version of the price book is not on this device. */
export type PricedFileState =
  | { readonly status: 'loading' | 'missing' }
  | ({ readonly status: 'ready' } & PricedFile);

/** The quote as the server will find it, live. PR-170: limits are those of the person who owns the quote, whoever looks at it. */
export function usePricedFile(quote: Quote | null | undefined): PricedFileState {
  const account = useRecord('account', quote?.accountId);
  const owner = useRecord('person', quote?.ownerId);
  const partner = usePartner();
  const terms = useTerms();
  const source = useQuotePricingSource(quote);
  return useMemo(() => {
    if (source.status === 'missing') return { status: 'missing' };
    if (!quote || account === undefined || owner === undefined || !partner || !terms)
      return { status: 'loading' };
    if (source.status !== 'ready' || source.reading) return { status: 'loading' };
    const { book, olderBook, product } = source;
    const role = owner?.role ?? 'rep';
    const input = { quote, book, olderBook, product, partner, terms, account, role };
    const priced = priceQuote(input);
    return {
      status: 'ready',
      quote,
      input,
      priced,
      contentHash: contentHash(quote, priced),
      priceAs: (as, under = terms) => priceQuote({ ...input, quote: as, terms: under }),
    };
  }, [quote, account, owner, partner, terms, source]);
}

/** Every request about a quote, the latest first. undefined: loading. */
export function useApprovalsOf(quoteId: string): readonly Approval[] | undefined {
  const approvals = useRecords('approval');
  return useMemo(
    () =>
      approvals
        ?.filter((approval) => approval.quoteId === quoteId)
        .toSorted((a, b) => b.requestedAt.localeCompare(a.requestedAt)),
    [approvals, quoteId],
  );
}

/** PR-62: the signed-in person's own delegated authorities, the next to end first. undefined: loading. */
export function useMyAuthorities(): readonly DelegatedAuthority[] | undefined {
  const { userId } = useClient().session;
  const authorities = useRecords('authority');
  return useMemo(
    () =>
      authorities
        ?.filter(({ token }) => token.personId === userId)
        .toSorted((a, b) => a.token.validUntil.localeCompare(b.token.validUntil)),
    [authorities, userId],
  );
}
