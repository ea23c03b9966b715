import { compare, subtract, type Exact } from '#shared/domain/money/exact';
import { formatScaled, trimDecimals } from '#shared/domain/money/format-decimal';
import { toMinor } from '#shared/domain/money/minor-units';
import { decimal } from '#shared/domain/money/parse-decimal';
import type { VolumeSchedule } from '#shared/domain/pricing/volume-bands';

export interface VolumeBreak {
  /** How many more units reach it. */
  readonly more: string;
  readonly from: string;
  readonly percent: string;
}

/** The nearest band above `quantity` in a schedule for the family (PR-11); null when there is none. */
export function nextVolumeBreak(
  schedules: readonly VolumeSchedule[],
  family: string,
  quantity: { readonly line: string; readonly family: Exact },
): VolumeBreak | null {
  let best: { readonly more: Exact; readonly from: string; readonly percent: string } | null = null;
  for (const schedule of schedules) {
    if (schedule.family !== null && schedule.family !== family) continue;
    const now = schedule.scope === 'line' ? decimal(quantity.line) : quantity.family;
    for (const band of schedule.bands) {
      const more = subtract(decimal(band.from), now);
      if (more.n <= 0n || (best && compare(more, best.more) >= 0)) continue;
      best = { more, from: band.from, percent: band.percent };
    }
  }
  if (!best) return null;
  // Quantities carry at most 3 decimals, so nothing is rounded here.
  const more = trimDecimals(formatScaled(toMinor(best.more, 3, 'down'), 3), 0);
  return { more, from: best.from, percent: best.percent };
}
