import type { Percent } from '../../money/amount';
import { decimal } from '../../money/parse-decimal';
import { plusPercent } from '../../money/percent';
import type { Trail } from '../trail';

/** PR-20, PR-23: the customer's price as what the partner pays plus `percent` % of it. */
export function markUp(trail: Trail, percent: Percent): void {
  trail.take(
    { step: 'markup', rule: 'markup', basis: 'buy', rate: percent },
    plusPercent(trail.value, decimal(percent)),
  );
}
