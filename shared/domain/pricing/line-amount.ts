import type { Charge } from '../catalog/product';
import type { Decimal } from '../money/amount';
import { multiply, type Exact } from '../money/exact';
import type { RoundingMode } from '../money/rounding-mode';
import { periodsOf } from './periods';
import type { Trail } from './trail';

/** PR-2, PR-3: from the exact unit price to the line's amount in whole minor units: times quantity, times periods, rounded once. */
export function extendToLine(
  trail: Trail,
  quantity: { readonly text: Decimal; readonly value: Exact },
  charge: Charge,
  mode: RoundingMode,
  digits: number,
): bigint {
  trail.extend(
    { step: 'quantity', rule: 'quantity', basis: 'running', amount: quantity.text },
    multiply(trail.value, quantity.value),
  );
  if (charge.kind === 'recurring') {
    trail.take(
      { step: 'term', rule: charge.period, basis: 'running', amount: String(charge.termMonths) },
      multiply(trail.value, periodsOf(charge)),
    );
  }
  return trail.round('line-rounding', mode, digits);
}
