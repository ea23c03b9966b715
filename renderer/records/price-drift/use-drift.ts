import { useMemo } from 'react';
import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import type { PricedQuote } from '#shared/domain/pricing/priced';
import type { Product } from '#shared/domain/catalog/product';
import { linesOf, type Quote } from '#shared/domain/quote/quote';
import type { ArgsOf } from '#shared/mutations/registry';
import { useClient } from '../../client/client-context';
import { usePartner, useRecord, useTerms } from '../../client/hooks';
import { priceQuoteWith, usePricingSource, useQuotePricingSource } from '../../client/pricing-source';
import { quoteAfter, repricing, type Repricing } from './decisions';
import { driftReport, type DriftLine } from '#shared/domain/quote/price-drift';

export type Drift =
  | { readonly status: 'loading' | 'old-missing' | 'new-missing' }
  | {
      readonly status: 'ready';
      readonly rows: readonly DriftLine[];
      readonly before: PricedQuote;
      /** With every new price taken. */
      readonly after: PricedQuote;
      /** As decided. */
      readonly decided: PricedQuote;
      readonly change: ArgsOf<'repriceQuote'>;
      readonly product: (sku: string) => Product | undefined;
    };

/** The quote priced three times: as it stands, with all new prices, and as decided. */
export function useDrift(quote: Quote, plan: Repricing): Drift {
  const { role } = useClient().session;
  const partner = usePartner();
  const terms = useTerms();
  const account = useRecord('account', quote.accountId);
  const { target, choices, pricingDate, exchangeRate } = plan;
  const skus = useMemo(() => linesOf(quote).map(({ sku }) => sku), [quote]);
  const olderVersions = useOlderVersions(quote, target);
  const old = useQuotePricingSource(quote);
  const fresh = usePricingSource(target.bookId, target.version, skus, olderVersions);

  const report = useMemo(() => {
    if (old.status !== 'ready' || old.reading || fresh.status !== 'ready' || fresh.reading) return null;
    if (!partner || !terms || account === undefined) return null;
    const priced = (of: Quote, source: typeof old) =>
      priceQuoteWith(source, of, partner, terms, account, role);
    const all = repricing(quote, [], { target, choices: {}, pricingDate, exchangeRate });
    const before = priced(quote, old);
    const after = priced(quoteAfter(quote, all), fresh);
    return { rows: driftReport(quote, before, after), before, after, priced, fresh };
  }, [old, fresh, partner, terms, account, role, quote, target, pricingDate, exchangeRate]);

  return useMemo((): Drift => {
    if (old.status === 'missing') return { status: 'old-missing' };
    if (fresh.status === 'missing') return { status: 'new-missing' };
    if (!report) return { status: 'loading' };
    const { rows, before, after, priced, fresh: source } = report;
    const change = repricing(quote, rows, { target, choices, pricingDate, exchangeRate });
    const decided = priced(quoteAfter(quote, change), source);
    return { status: 'ready', rows, before, after, decided, change, product: source.product };
  }, [old.status, fresh.status, report, quote, target, choices, pricingDate, exchangeRate]);
}

/** What lines can keep: the versions they have their prices from, as far as they are of the same book. */
function useOlderVersions(quote: Quote, target: PriceBookHeader): readonly number[] {
  return useMemo(() => {
    if (quote.priceBook.bookId !== target.bookId) return [];
    return [quote.priceBook.version, ...linesOf(quote).flatMap(({ keptVersion }) => keptVersion ?? [])];
  }, [quote, target.bookId]);
}
