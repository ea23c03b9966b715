import type { Product } from '../../catalog/product';
import { compare } from '../../money/exact';
import { decimal } from '../../money/parse-decimal';
import type { Agreement } from '../../partner/partner';
import type { BuyRule } from './rule';

type Discount = Agreement['discounts'][number];

const isFor = ({ sku, family }: Discount, product: Product): boolean =>
  (sku === null || sku === product.sku) && (family === null || family === product.family);

const closeness = ({ sku, family }: Discount): number => (sku !== null ? 2 : family !== null ? 1 : 0);

/** PR-20 step "agreement": the most specific discount the partner negotiated, SKU before family before all (PR-104). */
export const agreementRule: BuyRule = ({ agreements }) => {
  const discounts = agreements.flatMap(({ name, validUntil, discounts }) =>
    discounts.map((discount) => ({
      discount,
      close: closeness(discount),
      rule: name,
      rate: discount.percent,
      percent: decimal(discount.percent),
      bound: validUntil === null ? null : ({ until: validUntil, because: 'agreement', name } as const),
    })),
  );
  // Closest first, and the largest first among equally close ones: the first that fits is the one.
  discounts.sort((a, b) => b.close - a.close || compare(b.percent, a.percent));
  return ({ product }) => discounts.find(({ discount }) => isFor(discount, product)) ?? null;
};
