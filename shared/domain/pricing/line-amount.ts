import { multiply } from '../money/exact';
import type { RoundingMode } from '../money/rounding-mode';
import type { LineToPrice } from './line-to-price';
import { periodsOf } from './periods';
import type { Trail } from './trail';

/** PR-2, PR-3: from the exact unit price to the line's amount in whole minor units: times quantity, times periods, rounded once. */
export function extendToLine(
  trail: Trail,
  { facts, quantityText, digits }: LineToPrice,
  mode: RoundingMode,
): bigint {
  const { charge } = facts.product;
  trail.extend(
    { step: 'quantity', rule: 'quantity', basis: 'running', amount: quantityText },
    multiply(trail.value, facts.quantity),
  );
  if (charge.kind === 'recurring') {
    trail.take(
      { step: 'term', rule: charge.period, basis: 'running', amount: String(charge.termMonths) },
      multiply(trail.value, periodsOf(charge)),
    );
  }
  return trail.round('line-rounding', mode, digits);
}
