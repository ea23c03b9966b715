import { compare, divide, multiply, type Exact } from '../money/exact';
import { decimal } from '../money/parse-decimal';
import { lessPercent } from '../money/percent';
import type { Role } from '../partner/partner';
import type { LineToPrice } from './line-to-price';
import type { PricingPolicy } from './policy';

const one: Exact = { n: 1n, d: 1n };

type ManualTerms = Pick<LineToPrice, 'sell' | 'list' | 'discount'>;

/**
 * PR-24, PR-106: whether what was taken off a line by hand is more than the role may give. The line's and the quote's discount count
 * together, and a fixed price counts as the discount from list it is. The vendor's own people have no limit.
 */
export function manualDiscountLimit(
  role: Role,
  policy: PricingPolicy,
): (line: ManualTerms, quoteDiscount: Exact) => boolean {
  if (role !== 'rep' && role !== 'manager') return () => false;
  const leastKept = lessPercent(one, decimal(policy.maxManualDiscount[role]));
  return ({ sell, list, discount }, quoteDiscount) => {
    const discounted = lessPercent(lessPercent(one, discount), quoteDiscount);
    const kept =
      sell.kind === 'fixed' && list.n > 0n
        ? multiply(discounted, divide(decimal(sell.unitPrice), list))
        : discounted;
    return compare(kept, leastKept) < 0;
  };
}
