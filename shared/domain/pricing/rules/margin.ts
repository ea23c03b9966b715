import type { Percent } from '../../money/amount';
import { decimal } from '../../money/parse-decimal';
import type { Trail } from '../trail';

/** PR-20, PR-23: the customer's price of which `percent` % (below 100) is margin, buy / (1 - percent / 100). */
export function aimAtMargin(trail: Trail, percent: Percent): void {
  const margin = decimal(percent);
  trail.take(
    { step: 'margin', rule: 'margin', basis: 'buy', rate: percent },
    { n: trail.value.n * margin.d * 100n, d: trail.value.d * (margin.d * 100n - margin.n) },
  );
}
