import { useEffect, useMemo, useState } from 'react';
import type { Product } from '#shared/domain/catalog/product';
import type { Account } from '#shared/domain/deal/account';
import type { Partner, Role } from '#shared/domain/partner/partner';
import type { PartnerTerms } from '#shared/domain/pricing/partner-terms';
import type { PriceBook } from '#shared/domain/pricing/price-book';
import type { PricedQuote } from '#shared/domain/pricing/priced';
import { priceQuote } from '#shared/domain/quote/price-quote';
import { linesOf, type Quote } from '#shared/domain/quote/quote';
import type { PricingData } from './client';
import { useClient } from './client-context';
import { useVersionsOnDevice } from './hooks';

export interface ReadyPricingSource {
  readonly status: 'ready';
  readonly book: PriceBook;
  /** PR-32: the older versions that were asked for and are on this device. */
  readonly olderBook: (version: number) => PriceBook | undefined;
  readonly product: (sku: string) => Product | undefined;
  /** Some SKUs asked for are still being read: a line without a price may get one in a moment. */
  readonly reading: boolean;
}

/** What a quote is priced from. `missing`: that version of the book is not on this device (yet). */
export type PricingSource =
  | ReadyPricingSource
  | { readonly status: 'loading' | 'missing'; readonly book?: undefined; readonly product?: undefined };

interface Loaded {
  /** The book and version that were asked for. */
  readonly of: string;
  readonly data: PricingData | null;
  readonly older: ReadonlyMap<number, PricingData>;
  readonly skus: ReadonlySet<string>;
  readonly versions: ReadonlySet<number>;
}

const noVersions: readonly number[] = [];

/**
 * Prices and products of `skus`, and of all that their bundles can hold, in one version of a book, and their prices in the `older`
 * ones; read from the worker. Stays ready while newly added SKUs are read.
 */
export function usePricingSource(
  bookId: string | undefined,
  version: number | undefined,
  skus: readonly string[],
  older: readonly number[] = noVersions,
): PricingSource {
  const { catalog } = useClient();
  const here = useVersionsOnDevice(bookId);
  const onDevice = here && version !== undefined && bookId !== undefined ? here.includes(version) : undefined;
  const of = `${bookId ?? ''} ${String(version ?? '')}`;
  const wanted = [...new Set(skus)].sort().join('\n');
  const wantedVersions = [...new Set(older)]
    .filter((one) => one !== version && here?.includes(one))
    .sort((a, b) => a - b)
    .join(' ');
  const [loaded, setLoaded] = useState<Loaded | null>(null);

  useEffect(() => {
    if (bookId === undefined || version === undefined || onDevice !== true) return undefined;
    let current = true;
    const read = async (): Promise<void> => {
      const asked = skusIn(wanted);
      const versions = versionsIn(wantedVersions);
      const [answer, ...answers] = await Promise.all(
        [version, ...versions].map((one) => catalog.pricingData(bookId, one, asked)),
      );
      if (!current) return;
      setLoaded({
        of,
        data: answer?.ok ? answer.value : null,
        older: new Map(
          answers.flatMap((one) => (one.ok ? [[one.value.header.version, one.value] as const] : [])),
        ),
        skus: new Set(asked),
        versions: new Set(versions),
      });
    };
    void read();
    return () => {
      current = false;
    };
  }, [catalog, bookId, version, onDevice, of, wanted, wantedVersions]);

  return useMemo(() => {
    if (onDevice === false) return { status: 'missing' };
    return loaded?.of === of
      ? toSource(loaded, skusIn(wanted), versionsIn(wantedVersions))
      : { status: 'loading' };
  }, [onDevice, loaded, of, wanted, wantedVersions]);
}

/** What the quote as it stands is priced from: its version of the book, and those its lines kept (PR-32). */
export function useQuotePricingSource(quote: Quote | null | undefined): PricingSource {
  const items = quote?.items;
  const lines = useMemo(() => (items ? linesOf({ items }) : []), [items]);
  const skus = useMemo(() => lines.map(({ sku }) => sku), [lines]);
  const kept = useMemo(() => lines.flatMap(({ keptVersion }) => keptVersion ?? []), [lines]);
  return usePricingSource(quote?.priceBook.bookId, quote?.priceBook.version, skus, kept);
}

const skusIn = (wanted: string): readonly string[] => (wanted === '' ? [] : wanted.split('\n'));
const versionsIn = (wanted: string): readonly number[] =>
  wanted === '' ? [] : wanted.split(' ').map(Number);

function toSource(loaded: Loaded, skus: readonly string[], versions: readonly number[]): PricingSource {
  if (!loaded.data) return { status: 'missing' };
  const productBySku = new Map(loaded.data.products.map((product) => [product.sku, product]));
  const older = new Map([...loaded.older].map(([version, data]) => [version, toBook(data)]));
  return {
    status: 'ready',
    book: toBook(loaded.data),
    olderBook: (version) => older.get(version),
    product: (sku) => productBySku.get(sku),
    reading:
      skus.some((sku) => !loaded.skus.has(sku)) || versions.some((version) => !loaded.versions.has(version)),
  };
}

function toBook({ header, entries }: PricingData): PriceBook {
  const bySku = new Map(entries.map((entry) => [entry.sku, entry]));
  return { header, entry: (sku) => bySku.get(sku) };
}

/** Prices a quote from a ready source; pure, exact, never throws. */
export const priceQuoteWith = (
  { book, olderBook, product }: ReadyPricingSource,
  quote: Quote,
  partner: Partner,
  terms: PartnerTerms,
  account: Account | null,
  role: Role,
): PricedQuote => priceQuote({ quote, book, olderBook, product, partner, terms, account, role });
