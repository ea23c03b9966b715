import { useMemo } from 'react';
import type { Product } from '#shared/domain/catalog/product';
import type { Order } from '#shared/domain/order/order';
import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import type { PricedTotals } from '#shared/domain/pricing/priced';
import { driftReport, type DriftLine } from '#shared/domain/quote/price-drift';
import { revisionId } from '#shared/domain/quote/quote-revision';
import { linesOf, type Quote } from '#shared/domain/quote/quote';
import { useClient } from '../../../client/client-context';
import { useBooks, usePartner, useRecord, useTerms } from '../../../client/hooks';
import { priceQuoteWith, usePricingSource, useQuotePricingSource } from '../../../client/pricing-source';
import { pricingDateFor, quoteAfter, rateOf, repricing } from '../../../records/price-drift/decisions';
import { useToday } from '../../../records/use-today';

export type OrderPrices =
  | { readonly status: 'loading' }
  /** The book is not offered any more, or its newest version is not on this device. */
  | { readonly status: 'no-book' | 'missing' }
  | {
      readonly status: 'ready';
      readonly book: PriceBookHeader;
      readonly drift: readonly DriftLine[];
      /** null while a line has no price: then they are no totals of the order. */
      readonly totals: PricedTotals | null;
      readonly product: (sku: string) => Product | undefined;
    };

/** The revision of the quote that was ordered, as it is on this device. undefined: loading; null: it is not here. */
export function useOrderedQuote(order: Pick<Order, 'quoteId' | 'quoteRevision'>): Quote | null | undefined {
  const current = useRecord('quote', order.quoteId);
  const kept = useRecord('quoteRevision', revisionId(order.quoteId, order.quoteRevision));
  if (current === undefined || kept === undefined) return undefined;
  return current?.revision === order.quoteRevision ? current : (kept?.quote ?? null);
}

/** What was ordered at the prices of the newest version of its book on this device, with why they differ where the old version is here too. */
export function useOrderPrices(quote: Quote): OrderPrices {
  const { role } = useClient().session;
  const partner = usePartner();
  const terms = useTerms();
  const today = useToday();
  const account = useRecord('account', quote.accountId);
  const books = useBooks();
  const book = books?.find(({ bookId }) => bookId === quote.priceBook.bookId);
  const skus = useMemo(() => linesOf(quote).map(({ sku }) => sku), [quote]);
  const old = useQuotePricingSource(quote);
  const fresh = usePricingSource(book?.bookId, book?.version, skus);
  return useMemo((): OrderPrices => {
    if (books && !book) return { status: 'no-book' };
    if (fresh.status === 'missing') return { status: 'missing' };
    if (!book || !partner || !terms || account === undefined) return { status: 'loading' };
    if (fresh.status !== 'ready' || fresh.reading || old.status === 'loading') return { status: 'loading' };
    if (old.status === 'ready' && old.reading) return { status: 'loading' };
    const change = repricing(quote, [], {
      target: book,
      choices: {},
      pricingDate: pricingDateFor(quote, book, today),
      exchangeRate: rateOf(quote, book),
    });
    const after = priceQuoteWith(fresh, quoteAfter(quote, change), partner, terms, account, role);
    const before = old.status === 'ready' ? priceQuoteWith(old, quote, partner, terms, account, role) : after;
    const drift = driftReport(quote, before, after);
    const whole = after.lines.every(({ status, optional }) => optional || status === 'priced');
    return { status: 'ready', book, drift, totals: whole ? after.totals : null, product: fresh.product };
  }, [books, book, fresh, old, partner, terms, account, role, quote, today]);
}
