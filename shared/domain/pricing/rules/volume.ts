import { zero, type Exact } from '../../money/exact';
import { ascending, reachedBand, slabsOf, type Band } from '../bands';
import type { VolumeSchedule } from '../volume-bands';
import { averageFigure, type UnitsAt } from '../unit-parts';
import { largest } from './largest';
import { afterPercent, none, percentOff, stopAtZero } from './percent-off';
import type { BuyRule } from './rule';

/** What a schedule takes off the average unit, and how units differ; empty: all alike. */
interface Found {
  readonly rule: string;
  readonly percent: Exact;
  readonly rate: string | null;
  readonly parts: readonly UnitsAt[];
}

/**
 * PR-20 step "volume", PR-11. `range`: the percentage of the band that the quantity reached is off all units. `slab`: each unit has its own
 * band's. A schedule for the family stands before one for every family, even where it gives nothing; of several the one that takes the
 * most off the average unit applies (PR-104).
 */
export const volumeRule: BuyRule = ({ header }) => {
  const byFamily = new Map<string | null, ((line: Quantities) => Found | null)[]>();
  for (const schedule of header.policy.volumeSchedules) {
    const own = byFamily.get(schedule.family);
    if (own) own.push(prepare(schedule));
    else byFamily.set(schedule.family, [prepare(schedule)]);
  }
  return (line, so) => {
    const own = byFamily.get(line.product.family) ?? byFamily.get(null);
    const found = largest(own?.flatMap((find) => find(line) ?? []) ?? [], ({ percent }) => percent);
    if (!found) return null;
    const { rule, rate, percent, parts } = found;
    if (rate !== null) return percentOff('volume', { rule, rate, percent, bound: null }, so);
    const head = {
      step: 'volume',
      rule,
      basis: so.basis,
      parts: parts.map(({ units, figure }) => ({ kind: 'percent-off', units, figure }) as const),
    } as const;
    // Off the average unit: what is left of it does not depend on where the step stands, on basis list (PR-117).
    const { after, note } = stopAtZero(afterPercent(so, percent));
    return { after, steps: [{ head, after, note }], bounds: none, claims: none };
  };
};

interface Quantities {
  readonly quantity: Exact;
  readonly familyQuantity: Exact;
}

function prepare({ id: rule, kind, scope, bands }: VolumeSchedule): (line: Quantities) => Found | null {
  const ordered = ascending(bands, ({ percent }) => percent);
  const alike = ({ text: rate, figure: percent }: Band): Found => ({ rule, percent, rate, parts: [] });
  return (line) => {
    const counted = scope === 'family' ? line.familyQuantity : line.quantity;
    if (kind !== 'slab' || counted.n === 0n) {
      const band = reachedBand(ordered, counted);
      return band ? alike(band) : null;
    }
    const { below, slabs } = slabsOf(ordered, counted);
    const [first] = slabs;
    if (!first) return null;
    if (below.n === 0n && slabs.length === 1) return alike(first.band);
    const parts = below.n > 0n ? [{ units: below, figure: zero }, ...slabs] : slabs;
    return { rule, percent: averageFigure(parts), rate: null, parts };
  };
}
