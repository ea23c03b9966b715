import { compare } from '../../money/exact';
import { decimal } from '../../money/parse-decimal';
import { largest } from './largest';
import type { BuyRule } from './rule';

/**
 * PR-20 step "volume", PR-11 `range`: the price of the band that the quantity reached holds for all units. A schedule for the family
 * stands before one for every family, even where it gives nothing (PR-104).
 */
export const volumeRule: BuyRule = ({ header }) => {
  const schedules = header.policy.volumeSchedules.map(({ id, scope, family, bands }) => ({
    scope,
    family,
    bands: bands
      .map(({ from, percent: rate }) => ({
        from: decimal(from),
        reduction: { rule: id, rate, percent: decimal(rate), bound: null },
      }))
      .sort((a, b) => compare(b.from, a.from)),
  }));
  const general = schedules.filter(({ family }) => family === null);

  return ({ product, quantity, familyQuantity }) => {
    const ofFamily = schedules.filter(({ family }) => family === product.family);
    const reached = (ofFamily.length > 0 ? ofFamily : general).flatMap(({ scope, bands }) => {
      const counted = scope === 'family' ? familyQuantity : quantity;
      return bands.find(({ from }) => compare(from, counted) <= 0)?.reduction ?? [];
    });
    return largest(reached, ({ percent }) => percent) ?? null;
  };
};
