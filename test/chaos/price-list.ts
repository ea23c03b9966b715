import type { Product } from '#shared/domain/catalog/product';
import type { PriceEntry } from '#shared/domain/pricing/price-book';
import { anEntry, aProduct } from '#shared/domain/quote/quote.test-kit';

/** Cents by SKU in the first version; later versions cost 7 % of that more each. Odd on purpose: roundings meet ties. */
const firstPrices: Readonly<Record<string, number>> = {
  'C-1': 10_000,
  'C-2': 1_999,
  'C-3': 7,
  'C-4': 123_456,
};

export const skus = Object.keys(firstPrices);
export const catalogId = 'catalog-chaos';
export const products: readonly Product[] = skus.map((sku) => aProduct({ sku }));

const centsOf = (sku: string, version: number): number =>
  Math.floor(((firstPrices[sku] ?? 0) * (100 + 7 * (version - 1))) / 100);

export const entriesOf = (version: number): readonly PriceEntry[] =>
  skus.map((sku) => anEntry({ sku, list: asAmount(centsOf(sku, version)) }));

export const asAmount = (cents: number): string =>
  `${String(Math.floor(cents / 100))}.${String(cents % 100).padStart(2, '0')}`;

export interface PlainLine {
  readonly sku: string;
  readonly quantity: number;
  readonly discountPercent: number;
}

/** What a quote comes to, in the plainest way there is: whole cents, each line rounded half up, 23 % tax on the sum. */
export function plainTotals(
  lines: readonly PlainLine[],
  version: number,
): { readonly sellNet: string; readonly tax: string; readonly gross: string } {
  const net = lines
    .map(({ sku, quantity, discountPercent }) =>
      halfUp(centsOf(sku, version) * quantity * (100 - discountPercent), 100),
    )
    .reduce((sum, cents) => sum + cents, 0);
  const tax = halfUp(net * 23, 100);
  return { sellNet: asAmount(net), tax: asAmount(tax), gross: asAmount(net + tax) };
}

const halfUp = (value: number, by: number): number => Math.floor((2 * value + by) / (2 * by));
