import { allocate } from '../../money/allocate';
import type { Exact } from '../../money/exact';
import { percentOf } from '../../money/percent';
import { rounding } from '../../money/round';
import type { RoundingMode } from '../../money/rounding-mode';

/**
 * PR-20, PR-4: the quote-level discount on the sum of the rounded line amounts, itself rounded once as a line is, and spread over the
 * lines by their amounts. All in whole minor units; each part is at most its line's amount. A credit has no part in it (PR-50).
 */
export function quoteDiscountParts(
  lineAmounts: readonly bigint[],
  percent: Exact,
  mode: RoundingMode,
): bigint[] {
  const weights = lineAmounts.map((amount) => (amount < 0n ? 0n : amount));
  const sum = weights.reduce((a, b) => a + b, 0n);
  const off = percentOf({ n: sum, d: 1n }, percent);
  return allocate(rounding(mode)(off.n, off.d), weights);
}
