import type { Decimal, Percent } from '../money/amount';
import { compare, subtract, zero, type Exact } from '../money/exact';
import { formatRounded, trimDecimals } from '../money/format-decimal';
import { decimal } from '../money/parse-decimal';
import type { PriceEntry } from './price-book';
import type { VolumeSchedule } from './volume-bands';

/** QUO-6: a better band (PR-11) that a few more units reach. */
export interface NextBand {
  /** How many more units reach it, of the line or of its family across the quote. */
  readonly more: Decimal;
  readonly from: Decimal;
  readonly scope: 'line' | 'family';
  /** `all`: for every unit (range); `above`: for the units from there on (slab). */
  readonly gain:
    | { readonly kind: 'percent'; readonly percent: Percent; readonly units: 'all' | 'above' }
    | { readonly kind: 'price'; readonly price: Decimal; readonly units: 'all' | 'above' }
    /** The price of the whole block. */
    | { readonly kind: 'block'; readonly price: Decimal };
}

export interface BandsOfLine {
  readonly schedules: readonly VolumeSchedule[];
  readonly entry: Pick<PriceEntry, 'bands'> | undefined;
  readonly family: string;
  /** The line's own quantity, and what counts for its family (PR-105). */
  readonly quantity: { readonly line: Exact; readonly family: Exact };
}

interface Step {
  readonly from: Decimal;
  readonly scope: 'line' | 'family';
  readonly gain: NextBand['gain'];
  /** Whether it is worth more than what is reached now. */
  readonly better: boolean;
}

/** The nearest band above what is bought that makes units cheaper, of the entry's own prices and the policy's schedules; null: none. */
export function nextBand(line: BandsOfLine): NextBand | null {
  const candidates = [...entrySteps(line), ...scheduleSteps(line)].flatMap((step) => {
    const missing = subtract(decimal(step.from), line.quantity[step.scope]);
    return step.better && compare(missing, zero) > 0 ? [{ ...step, missing }] : [];
  });
  const [best] = candidates.toSorted((a, b) => compare(a.missing, b.missing));
  if (!best) return null;
  const { from, scope, gain, missing } = best;
  // Quantities carry at most 3 decimals, so nothing is rounded here.
  return { more: trimDecimals(formatRounded(missing, 3, 'up'), 0), from, scope, gain };
}

/** As in the waterfall, schedules for the family stand before those for every family, even where they give less. */
function scheduleSteps({ schedules, family, quantity }: BandsOfLine): Step[] {
  const ofFamily = schedules.filter((schedule) => schedule.family === family);
  const own = ofFamily.length > 0 ? ofFamily : schedules.filter((schedule) => schedule.family === null);
  const reached = own
    .flatMap(({ scope, bands }) => bands.filter(({ from }) => compare(decimal(from), quantity[scope]) <= 0))
    .reduce<Exact>((most, { percent }) => larger(most, decimal(percent)), zero);
  return own.flatMap(({ scope, kind, bands }) =>
    bands.map(({ from, percent }) => ({
      from,
      scope,
      gain: { kind: 'percent', percent, units: kind === 'slab' ? 'above' : 'all' } as const,
      better: compare(decimal(percent), reached) > 0,
    })),
  );
}

function entrySteps({ entry, quantity }: BandsOfLine): Step[] {
  const bands = entry?.bands;
  if (!bands) return [];
  const { scope } = bands;
  if (bands.kind === 'block') {
    return bands.bands.map(({ from, price }) => ({
      from,
      scope,
      gain: { kind: 'block', price },
      better: true,
    }));
  }
  const now = bands.bands
    .filter(({ from }) => compare(decimal(from), quantity[scope]) <= 0)
    .toSorted((a, b) => compare(decimal(b.from), decimal(a.from)))[0];
  return bands.bands.map(({ from, price }) => ({
    from,
    scope,
    gain: { kind: 'price', price, units: bands.kind === 'slab' ? 'above' : 'all' } as const,
    better: now !== undefined && compare(decimal(price), decimal(now.price)) < 0,
  }));
}

const larger = (a: Exact, b: Exact): Exact => (compare(a, b) >= 0 ? a : b);
