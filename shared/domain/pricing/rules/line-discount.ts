import type { Percent } from '../../money/amount';
import type { Exact } from '../../money/exact';
import { lessPercent } from '../../money/percent';
import type { Trail } from '../trail';

/** PR-14: the manual discount of the bundle's line, on a part of it. */
export function discountWithBundle(
  trail: Trail,
  { text: rate, exact }: { readonly text: Percent; readonly exact: Exact },
): void {
  if (exact.n === 0n) return;
  trail.take(
    { step: 'bundle-discount', rule: 'bundle', basis: 'running', rate },
    lessPercent(trail.value, exact),
  );
}

/** PR-20: the line's manual discount, off what the price has come to. Nothing is listed for 0 %. */
export function discountLine(trail: Trail, rate: Percent, percent: Exact): void {
  if (percent.n === 0n) return;
  trail.take(
    { step: 'line-discount', rule: 'manual', basis: 'running', rate },
    lessPercent(trail.value, percent),
  );
}
