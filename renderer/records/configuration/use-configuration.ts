import { useMemo } from 'react';
import { checkConfiguration } from '#shared/domain/catalog/configuration/check-configuration';
import type { ConfigurationIssue } from '#shared/domain/catalog/configuration/issue';
import { relatedSkus } from '#shared/domain/catalog/configuration/related-skus';
import { isInForce } from '#shared/domain/pricing/effective';
import { linesOf, type Quote } from '#shared/domain/quote/quote';
import { usePricingSource, type PricingSource, type ReadyPricingSource } from '../../client/pricing-source';

const nothing: readonly ConfigurationIssue[] = [];

/** The quote's products with all that their options, constraints and next editions name: what a fix or a suggestion may add. */
export function useRelatedSource(quote: Quote): PricingSource {
  const { bookId, version } = quote.priceBook;
  const skus = useMemo(() => linesOf(quote).map(({ sku }) => sku), [quote]);
  const own = usePricingSource(bookId, version, skus);
  const wider = useMemo(() => {
    const { product } = own;
    if (!product) return skus;
    const related = (sku: string) => {
      const found = product(sku);
      return found ? relatedSkus(found) : [];
    };
    const first = skus.flatMap(related);
    // The options of a bundle have constraints of their own.
    return [...new Set([...skus, ...first, ...first.flatMap(related)])];
  }, [own, skus]);
  return usePricingSource(bookId, version, wider);
}

/** Whether the SKU has a price now and is on sale on the quote's pricing date. */
export const isOffered =
  ({ book, product }: ReadyPricingSource, pricingDate: string) =>
  (sku: string): boolean => {
    const found = product(sku);
    return (
      found !== undefined &&
      book.entry(sku) !== undefined &&
      isInForce(pricingDate, found.orderableFrom, found.orderableUntil)
    );
  };

/** CAT-4: what does not fit together in the quote, live. Empty while products are being read. */
export function useConfiguration(quote: Quote, source: PricingSource): readonly ConfigurationIssue[] {
  const { items, pricingDate } = quote;
  return useMemo(() => {
    if (source.status !== 'ready') return nothing;
    const offerable = isOffered(source, pricingDate);
    return checkConfiguration(linesOf({ items }), source.product, { offerable });
  }, [items, pricingDate, source]);
}
