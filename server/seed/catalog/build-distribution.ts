import { defaultPricingPolicy } from '#shared/domain/pricing/policy';
import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import { toResellerBook } from '#shared/domain/pricing/to-reseller-book';
import type { DemoVendor } from '../demo-vendor';
import { policyFor } from './book-policy';
import { buildEntries } from './build-entries';
import type { CatalogItem } from './build-products';
import { catalogId } from './catalog-id';
import type { FamilySource, PricedFamily } from './family-source';
import { perMille } from './list-price';

export const distributionBookId = 'usd-distribution';
export const resellerBookId = 'usd-reseller';

/** What things cost the vendor, per mille of list. */
const costShares: Readonly<Record<FamilySource['kind'], number>> = {
  subscription: 457,
  licence: 503,
  hardware: 691,
  service: 719,
};

/**
 * PR-22: the vendor's own two-tier book, for its distributor, and the book of the resellers behind it, made from it. The distributor pays
 * cost and 8 %, the reseller what the distributor pays and 6 %; neither gets a tier's discount on top.
 */
export function buildDistributionBooks(
  families: readonly PricedFamily[],
  items: readonly CatalogItem[],
  { firstYear, year }: { readonly firstYear: number; readonly year: number },
  holders: ReadonlyMap<string, readonly string[]>,
): DemoVendor['priceBooks'] {
  const kinds = new Map(items.map(({ product }) => [product.sku, product.kind]));
  const entries = buildEntries(items, 'USD').map((entry) => ({
    ...entry,
    cost: perMille(entry.list, costShares[kinds.get(entry.sku) ?? 'service']),
  }));
  const header: PriceBookHeader = {
    bookId: distributionBookId,
    version: 1,
    name: `Halden Distribution USD ${year}`,
    catalogId,
    currency: 'USD',
    tier: 'platinum',
    validFrom: `${firstYear}-01-01`,
    validUntil: `${year + 2}-01-01`,
    publishedAt: `${firstYear - 1}-12-15T09:00:00.000Z`,
    policy: {
      ...policyFor('platinum', 'USD', families),
      tierDiscounts: [],
      volumeSchedules: [],
      buySteps: defaultPricingPolicy.buySteps.filter(({ step }) => step !== 'tier' && step !== 'volume'),
      distribution: { distributor: { from: 'cost', uplift: '8' }, reseller: { uplift: '6' } },
    },
  };
  const derived = toResellerBook({
    header: { ...header, bookId: resellerBookId, name: `Halden Partner USD ${year}` },
    entries,
  });
  return [
    { header, entries, partnerIds: holders.get(distributionBookId) ?? [] },
    { ...derived, partnerIds: holders.get(resellerBookId) ?? [] },
  ];
}
