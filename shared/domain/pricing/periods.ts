import type { Charge } from '../catalog/product';
import type { Exact } from '../money/exact';

/** PR-10, PR-107: how many periods' price a unit costs over its term: months, or months / 12 of a year; 1 for what has no term. */
export function periodsOf(charge: Charge): Exact {
  if (charge.kind !== 'recurring') return { n: 1n, d: 1n };
  return { n: BigInt(charge.termMonths), d: charge.period === 'year' ? 12n : 1n };
}
