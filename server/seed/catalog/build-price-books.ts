import { tiers, type Tier } from '#shared/domain/partner/partner';
import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import type { DemoVendor } from '../demo-vendor';
import { policyFor } from './book-policy';
import { catalogId } from './catalog-id';
import { buildDistributionBooks } from './build-distribution';
import { buildEntries } from './build-entries';
import type { CatalogItem } from './build-products';
import type { PricedFamily } from './family-source';
import { bookCurrencies, type BookCurrency } from './list-price';

export const bookIdOf = (currency: BookCurrency, tier: Tier): string => `${currency.toLowerCase()}-${tier}`;

const titleOf = (tier: Tier): string => tier.charAt(0).toUpperCase() + tier.slice(1);

/**
 * PRI-1: a book for each currency and tier, with that tier's discounts alone (PR-22). In force from the start of this year to the end of next;
 * in the first months of a year from the start of the last one, because the demo's older quotes are priced then.
 */
export function buildPriceBooks(
  families: readonly PricedFamily[],
  items: readonly CatalogItem[],
  today: string,
  holders: ReadonlyMap<string, readonly string[]>,
): DemoVendor['priceBooks'] {
  const year = Number(today.slice(0, 4));
  const firstYear = today.slice(5, 7) < '05' ? year - 1 : year;
  const books = bookCurrencies.flatMap((currency) => {
    const entries = buildEntries(items, currency);
    return tiers.map((tier) => {
      const bookId = bookIdOf(currency, tier);
      const header: PriceBookHeader = {
        bookId,
        version: 1,
        name: `Halden ${titleOf(tier)} ${currency} ${year}`,
        catalogId,
        currency,
        tier,
        validFrom: `${firstYear}-01-01`,
        validUntil: `${year + 2}-01-01`,
        publishedAt: `${firstYear - 1}-12-15T09:00:00.000Z`,
        ...(currency === 'EUR' && { exchangeRates: exchangeRatesOf(`${firstYear - 1}-12-15`) }),
        policy: policyFor(tier, currency, families),
      };
      return { header, entries, partnerIds: holders.get(bookId) ?? [] };
    });
  });
  return [...books, ...buildDistributionBooks(families, items, { firstYear, year }, holders)];
}

/** PR-5: what a euro was on the day a book was published. Invented, near what such currencies cost. */
const exchangeRatesOf = (date: string): NonNullable<PriceBookHeader['exchangeRates']> => [
  { currency: 'PLN', rate: '4.2615', date },
  { currency: 'USD', rate: '1.0842', date },
  { currency: 'CZK', rate: '25.115', date },
  { currency: 'GBP', rate: '0.85470', date },
  { currency: 'CHF', rate: '0.9384', date },
  { currency: 'HUF', rate: '397.45', date },
  { currency: 'JPY', rate: '163.21', date },
];
