import { compare, divide, multiply, subtract, type Exact } from '../money/exact';
import { decimal } from '../money/parse-decimal';
import { lessPercent } from '../money/percent';
import type { Role } from '../partner/partner';
import type { LineToPrice } from './line-to-price';
import type { PricingPolicy } from './policy';
import type { Breach } from './priced';
import { showRate } from './show-amount';

const one: Exact = { n: 1n, d: 1n };

type ManualTerms = Pick<LineToPrice, 'sell' | 'list' | 'discount' | 'bundleDiscount'>;

/**
 * PR-24, PR-106: the breach, if more was taken off a line by hand than the role may give; null if not. The line's, its bundle's and the quote's discount count
 * together, and a fixed price counts as the discount from list it is. The vendor's own people have no limit.
 */
export function manualDiscountLimit(
  role: Role,
  policy: PricingPolicy,
): (line: ManualTerms, quoteDiscount: Exact) => Omit<Breach, 'lineId'> | null {
  if (role !== 'rep' && role !== 'manager') return () => null;
  const limit = policy.maxManualDiscount[role];
  const leastKept = lessPercent(one, decimal(limit));
  return ({ sell, list, discount, bundleDiscount }, quoteDiscount) => {
    const alone = lessPercent(lessPercent(one, discount), quoteDiscount);
    const discounted = bundleDiscount ? lessPercent(alone, bundleDiscount.exact) : alone;
    const kept =
      sell.kind === 'fixed' && list.n > 0n
        ? multiply(discounted, divide(decimal(sell.unitPrice), list))
        : discounted;
    if (compare(kept, leastKept) >= 0) return null;
    const value = showRate(multiply(subtract(one, kept), { n: 100n, d: 1n }));
    return { floor: 'manual-discount', value, limit, onBreach: policy.onManualDiscountBreach };
  };
}
