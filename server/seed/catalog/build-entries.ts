import type { PriceEntry } from '#shared/domain/pricing/price-book';
import type { CatalogItem } from './build-products';
import { perMille, type BookCurrency } from './list-price';

/** Families whose products may not be sold below this share of list, per mille (PR-24: MAP). */
const minimumShares: ReadonlyMap<string, number> = new Map([
  ['Wireless', 550],
  ['Endpoint security', 500],
]);

/** The prices of all products in one currency, by SKU. Usage is cheaper by the slab, a seat at a training by the block (PR-11). */
export const buildEntries = (items: readonly CatalogItem[], currency: BookCurrency): PriceEntry[] =>
  items.map((item) => buildEntry(item, item.list[currency])).sort((a, b) => (a.sku < b.sku ? -1 : 1));

function buildEntry({ product }: CatalogItem, list: string): PriceEntry {
  const minimum = minimumShares.get(product.family);
  return {
    sku: product.sku,
    list,
    validFrom: null,
    validUntil: null,
    ...(minimum !== undefined && { minimumPrice: perMille(list, minimum) }),
    ...(product.charge.kind === 'usage' && {
      bands: {
        kind: 'slab',
        scope: 'line',
        bands: [
          { from: '0', price: list },
          { from: '5000', price: perMille(list, 900) },
          { from: '15000', price: perMille(list, 800) },
        ],
      },
    }),
    ...(product.family === 'Training' && {
      bands: {
        kind: 'block',
        scope: 'line',
        // The price of so many seats; from six on a class, and each further seat on top.
        bands: [
          { from: '0', price: list },
          { from: '2', price: perMille(list, 1900) },
          { from: '3', price: perMille(list, 2800) },
          { from: '4', price: perMille(list, 3600) },
          { from: '6', price: perMille(list, 4500) },
        ],
        overage: perMille(list, 750),
      },
    }),
  };
}
