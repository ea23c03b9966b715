import { tiers, type Tier } from '#shared/domain/partner/partner';
import { defaultPricingPolicy, type PricingPolicy } from '#shared/domain/pricing/policy';
import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import type { DemoVendor } from '../demo-vendor';
import type { CatalogItem } from './build-products';
import type { FamilySource } from './family-source';
import { bookCurrencies, type BookCurrency } from './list-price';

export const catalogId = 'halden';
export const bookIdOf = (currency: BookCurrency, tier: Tier): string => `${currency.toLowerCase()}-${tier}`;

/** Percent off list by kind of product, lowest tier first. Software leaves the most to the partner, hardware and services less. */
const tierPercents: Readonly<
  Record<FamilySource['kind'], readonly [number, number, number, number, number]>
> = {
  subscription: [8, 14, 20, 26, 32],
  licence: [6, 11, 16, 21, 26],
  hardware: [4, 7, 10, 13, 16],
  service: [3, 5, 8, 10, 12],
};

/** Families sold by the family's quantity across the quote, and those by the line's. Services have no volume price. */
const volumeBands: Readonly<Record<FamilySource['kind'], PricingPolicy['volumeSchedules'][number]['bands']>> =
  {
    subscription: [
      { from: '100', percent: '3' },
      { from: '500', percent: '6' },
      { from: '1000', percent: '9.5' },
    ],
    licence: [
      { from: '10', percent: '3' },
      { from: '50', percent: '6' },
    ],
    hardware: [
      { from: '5', percent: '2' },
      { from: '10', percent: '4' },
      { from: '25', percent: '7.5' },
    ],
    service: [],
  };

const titleOf = (tier: Tier): string => tier.charAt(0).toUpperCase() + tier.slice(1);

/**
 * PRI-1: a book for each currency and tier, with that tier's discounts alone (PR-22). In force from the start of this year to the end of next;
 * in the first months of a year from the start of the last one, because the demo's older quotes are priced then.
 */
export function buildPriceBooks(
  families: readonly FamilySource[],
  items: readonly CatalogItem[],
  today: string,
  holders: ReadonlyMap<string, readonly string[]>,
): DemoVendor['priceBooks'] {
  const year = Number(today.slice(0, 4));
  const firstYear = today.slice(5, 7) < '05' ? year - 1 : year;
  return bookCurrencies.flatMap((currency) => {
    const entries = items
      .map(({ product, list }) => ({
        sku: product.sku,
        list: list[currency],
        validFrom: null,
        validUntil: null,
      }))
      .sort((a, b) => (a.sku < b.sku ? -1 : 1));
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
        policy: policyFor(tier, families),
      };
      return { header, entries, partnerIds: holders.get(bookId) ?? [] };
    });
  });
}

function policyFor(tier: Tier, families: readonly FamilySource[]): PricingPolicy {
  return {
    ...defaultPricingPolicy,
    tierDiscounts: families.map(({ family, kind }) => ({
      tier,
      family,
      percent: String(tierPercents[kind][tiers.indexOf(tier)] ?? 0),
    })),
    volumeSchedules: families
      .filter(({ kind }) => volumeBands[kind].length > 0)
      .map(({ family, kind }) => ({
        id: `${family} volume`,
        scope: kind === 'hardware' ? 'line' : 'family',
        family,
        bands: volumeBands[kind],
      })),
    quoteValidityDays: 30,
  };
}
