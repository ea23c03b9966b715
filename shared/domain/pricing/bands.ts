import { compare, subtract, zero, type Exact } from '../money/exact';
import { decimal } from '../money/parse-decimal';
import type { UnitsAt } from './unit-parts';

export interface Band {
  readonly from: Exact;
  /** Its price or percentage, as it stands in the band and exact. */
  readonly text: string;
  readonly figure: Exact;
}

/** Bands with their figures exact, lowest first. */
export const ascending = <T extends { readonly from: string }>(
  bands: readonly T[],
  figure: (band: T) => string,
): Band[] =>
  bands
    .map((band) => ({ from: decimal(band.from), text: figure(band), figure: decimal(figure(band)) }))
    .sort((a, b) => compare(a.from, b.from));

/** PR-11: the band that a quantity reached; its bound belongs to it. `bands` lowest first. */
export const reachedBand = (bands: readonly Band[], quantity: Exact): Band | undefined =>
  bands.findLast(({ from }) => compare(from, quantity) <= 0);

/** How many units come before the one a band begins with: band 11 begins with the 11th unit, after 10 (PR-115). */
function unitsBefore({ from }: Band): Exact {
  const first = (from.n + from.d - 1n) / from.d;
  return first <= 1n ? zero : { n: first - 1n, d: 1n };
}

export interface Slab extends UnitsAt {
  readonly band: Band;
}

/**
 * PR-11 `slab`: how much of a quantity falls into each band, where the n-th unit (also one begun) belongs to the highest band whose bound
 * is not above n (PR-115). Bands that nothing falls into are left out; so are units before the first band, whose number `below` is.
 */
export function slabsOf(
  bands: readonly Band[],
  quantity: Exact,
): { readonly below: Exact; readonly slabs: readonly Slab[] } {
  const least = (a: Exact, b: Exact): Exact => (compare(a, b) < 0 ? a : b);
  const first = bands[0];
  const below = first ? least(unitsBefore(first), quantity) : quantity;
  const slabs = bands.flatMap((band, index) => {
    const next = bands[index + 1];
    const until = next ? least(unitsBefore(next), quantity) : quantity;
    const units = subtract(until, unitsBefore(band));
    return units.n > 0n ? { units, figure: band.figure, band } : [];
  });
  return { below, slabs };
}
