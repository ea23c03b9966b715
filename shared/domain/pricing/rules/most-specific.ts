import type { Product } from '../../catalog/product';
import type { Percent } from '../../money/amount';
import { compare } from '../../money/exact';
import { decimal } from '../../money/parse-decimal';
import type { Validity } from '../priced';
import type { Reduction } from './percent-off';

export interface Discount {
  readonly sku: string | null;
  readonly family: string | null;
  readonly percent: Percent;
}

/** Discounts that come from one agreement or registration: its name, and what ends with it. */
export interface DiscountSource {
  readonly name: string;
  readonly bound: Validity | null;
  readonly discounts: readonly Discount[];
}

const isFor = ({ sku, family }: Discount, product: Product): boolean =>
  (sku === null || sku === product.sku) && (family === null || family === product.family);

const closeness = ({ sku, family }: Discount): number => (sku !== null ? 2 : family !== null ? 1 : 0);

/**
 * PR-104: finds the discount for a product that is said most closely: for its SKU before its family before everything. Of equally close
 * ones the largest, the first of equals.
 */
export function mostSpecific(sources: readonly DiscountSource[]): (product: Product) => Reduction | null {
  const discounts = sources.flatMap(({ name, bound, discounts }) =>
    discounts.map((discount) => ({
      discount,
      close: closeness(discount),
      rule: name,
      rate: discount.percent,
      percent: decimal(discount.percent),
      bound,
    })),
  );
  // Closest first, and the largest first among equally close ones: the first that fits is the one.
  discounts.sort((a, b) => b.close - a.close || compare(b.percent, a.percent));
  return (product) => discounts.find(({ discount }) => isFor(discount, product)) ?? null;
}
