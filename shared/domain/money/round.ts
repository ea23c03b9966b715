import { assertNever } from '../../lib/assert-never';
import type { RoundingMode } from './rounding-mode';

/** A quotient n / d rounded to a whole number; d > 0. */
type Round = (n: bigint, d: bigint) => bigint;

/** Towards zero. */
export const down: Round = (n, d) => n / d;

/** Away from zero, whatever the rest. */
export const up: Round = (n, d) => {
  const whole = n / d;
  return whole * d === n ? whole : whole + (n < 0n ? -1n : 1n);
};

/** To the nearest; away from zero at the tie. */
export const halfUp: Round = (n, d) => (n < 0n ? -((-n * 2n + d) / (d * 2n)) : (n * 2n + d) / (d * 2n));

/** To the nearest; to the even neighbour at the tie. */
export const halfEven: Round = (n, d) => {
  const size = n < 0n ? -n : n;
  const whole = size / d;
  const twiceRest = (size - whole * d) * 2n;
  const rounded = twiceRest > d || (twiceRest === d && whole % 2n === 1n) ? whole + 1n : whole;
  return n < 0n ? -rounded : rounded;
};

/** PR-2: the function of a named mode. */
export function rounding(mode: RoundingMode): Round {
  switch (mode) {
    case 'half-up':
      return halfUp;
    case 'half-even':
      return halfEven;
    case 'up':
      return up;
    case 'down':
      return down;
    default:
      return assertNever(mode);
  }
}
