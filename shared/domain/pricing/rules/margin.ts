import type { Percent } from '../../money/amount';
import { decimal } from '../../money/parse-decimal';
import { err, ok, type Result } from '../../../lib/result';
import type { LineProblem } from '../priced';
import type { Trail } from '../trail';

/** PR-20, PR-23: the customer's price of which `percent` % is margin, buy / (1 - percent / 100). No price has a margin of 100 %. */
export function aimAtMargin(trail: Trail, percent: Percent): Result<void, LineProblem> {
  const margin = decimal(percent);
  const left = margin.d * 100n - margin.n;
  if (left <= 0n) return err({ type: 'margin-impossible', percent });
  trail.take(
    { step: 'margin', rule: 'margin', basis: 'buy', rate: percent },
    { n: trail.value.n * margin.d * 100n, d: trail.value.d * left },
  );
  return ok(undefined);
}
