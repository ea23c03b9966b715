import { useEffect, useMemo, useState } from 'react';
import type { Product } from '#shared/domain/catalog/product';
import type { Account } from '#shared/domain/deal/account';
import type { Partner, Role } from '#shared/domain/partner/partner';
import type { PartnerTerms } from '#shared/domain/pricing/partner-terms';
import type { PriceBook } from '#shared/domain/pricing/price-book';
import type { PricedQuote } from '#shared/domain/pricing/priced';
import { priceQuote } from '#shared/domain/quote/price-quote';
import type { Quote } from '#shared/domain/quote/quote';
import type { PricingData } from './client';
import { useClient } from './client-context';
import { useBookOnDevice } from './hooks';

export interface ReadyPricingSource {
  readonly status: 'ready';
  readonly book: PriceBook;
  readonly product: (sku: string) => Product | undefined;
  /** Some SKUs asked for are still being read: a line without a price may get one in a moment. */
  readonly reading: boolean;
}

/** What a quote is priced from. `missing`: that version of the book is not on this device (yet). */
export type PricingSource =
  | ReadyPricingSource
  | { readonly status: 'loading' | 'missing'; readonly book?: undefined; readonly product?: undefined };

interface Loaded {
  readonly of: string;
  readonly data: PricingData | null;
  readonly asked: ReadonlySet<string>;
}

/** Prices and products of `skus` in one version of a book, read from the worker; stays ready while newly added SKUs are read. */
export function usePricingSource(
  bookId: string | undefined,
  version: number | undefined,
  skus: readonly string[],
): PricingSource {
  const { catalog } = useClient();
  const onDevice = useBookOnDevice(bookId, version);
  const of = `${bookId ?? ''} ${String(version ?? '')}`;
  const wanted = [...new Set(skus)].sort().join('\n');
  const [loaded, setLoaded] = useState<Loaded | null>(null);

  useEffect(() => {
    if (bookId === undefined || version === undefined || onDevice !== true) return undefined;
    let current = true;
    const read = async (): Promise<void> => {
      const asked = skusIn(wanted);
      const answer = await catalog.pricingData(bookId, version, asked);
      if (current) setLoaded({ of, data: answer.ok ? answer.value : null, asked: new Set(asked) });
    };
    void read();
    return () => {
      current = false;
    };
  }, [catalog, bookId, version, onDevice, of, wanted]);

  return useMemo(() => {
    if (onDevice === false) return { status: 'missing' };
    return loaded?.of === of ? toSource(loaded, skusIn(wanted)) : { status: 'loading' };
  }, [onDevice, loaded, of, wanted]);
}

const skusIn = (wanted: string): readonly string[] => (wanted === '' ? [] : wanted.split('\n'));

function toSource(loaded: Loaded, skus: readonly string[]): PricingSource {
  if (!loaded.data) return { status: 'missing' };
  const { header, entries, products } = loaded.data;
  const entryBySku = new Map(entries.map((entry) => [entry.sku, entry]));
  const productBySku = new Map(products.map((product) => [product.sku, product]));
  return {
    status: 'ready',
    book: { header, entry: (sku) => entryBySku.get(sku) },
    product: (sku) => productBySku.get(sku),
    reading: skus.some((sku) => !loaded.asked.has(sku)),
  };
}

/** Prices a quote from a ready source; pure, exact, never throws. */
export const priceQuoteWith = (
  source: ReadyPricingSource,
  quote: Quote,
  partner: Partner,
  terms: PartnerTerms,
  account: Account | null,
  role: Role,
): PricedQuote =>
  priceQuote({ quote, book: source.book, product: source.product, partner, terms, account, role });
