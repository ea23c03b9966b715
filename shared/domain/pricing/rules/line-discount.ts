import type { Percent } from '../../money/amount';
import { decimal } from '../../money/parse-decimal';
import { lessPercent } from '../../money/percent';
import type { Trail } from '../trail';

/** PR-20: the line's manual discount, off what the price has come to. Nothing is listed for 0 %. */
export function discountLine(trail: Trail, percent: Percent): void {
  const rate = decimal(percent);
  if (rate.n === 0n) return;
  trail.take(
    { step: 'line-discount', rule: 'manual', basis: 'running', rate: percent },
    lessPercent(trail.value, rate),
  );
}
