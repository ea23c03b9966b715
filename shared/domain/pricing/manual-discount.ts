import { compare, divide, multiply, type Exact } from '../money/exact';
import { decimal } from '../money/parse-decimal';
import { lessPercent } from '../money/percent';
import type { Role } from '../partner/partner';
import type { PricingPolicy } from './policy';
import type { SellBasis } from './sell-basis';

const one: Exact = { n: 1n, d: 1n };

/**
 * PR-24, PR-106: whether what was taken off by hand is more than the role may give. The line's and the quote's discount count
 * together, and a fixed price counts as the discount from list it is. The vendor's own people have no limit.
 */
export function isOverMaxDiscount(
  line: {
    readonly sell: SellBasis;
    readonly list: Exact;
    readonly discount: Exact;
    readonly quoteDiscount: Exact;
  },
  role: Role,
  policy: PricingPolicy,
): boolean {
  if (role !== 'rep' && role !== 'manager') return false;
  const discounted = lessPercent(lessPercent(one, line.discount), line.quoteDiscount);
  const kept =
    line.sell.kind === 'fixed' && line.list.n > 0n
      ? multiply(discounted, divide(decimal(line.sell.unitPrice), line.list))
      : discounted;
  return compare(kept, lessPercent(one, decimal(policy.maxManualDiscount[role]))) < 0;
}
