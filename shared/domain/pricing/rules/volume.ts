import { compare } from '../../money/exact';
import { decimal } from '../../money/parse-decimal';
import type { VolumeSchedule } from '../policy';
import { largest } from './largest';
import type { BuyRule, LineFacts } from './rule';

/** PR-11 `range`: the band the quantity reached, its price for all units; undefined below the lowest bound. */
function bandReached(schedule: VolumeSchedule, { quantity, familyQuantity }: LineFacts) {
  const counted = schedule.scope === 'family' ? familyQuantity : quantity;
  return largest(
    schedule.bands.filter(({ from }) => compare(decimal(from), counted) <= 0),
    ({ from }) => decimal(from),
  );
}

/** PR-20 step "volume": a schedule for the family stands before one for every family, even where it gives nothing (PR-104). */
export const volumeRule: BuyRule = (facts) => {
  const { volumeSchedules } = facts.header.policy;
  const ofFamily = volumeSchedules.filter(({ family }) => family === facts.product.family);
  const schedules = ofFamily.length > 0 ? ofFamily : volumeSchedules.filter(({ family }) => family === null);
  const reached = schedules.flatMap((schedule) => {
    const band = bandReached(schedule, facts);
    return band ? [{ rule: schedule.id, percent: band.percent, bound: null }] : [];
  });
  return largest(reached, ({ percent }) => decimal(percent)) ?? null;
};
