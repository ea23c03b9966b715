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
  const families = new Set(schedules.map(({ family }) => family));
  const byFamily = new Map(
    [...families].map((wanted) => [wanted, schedules.filter(({ family }) => family === wanted)]),
  );

  return ({ product, quantity, familyQuantity }) => {
    const own = byFamily.get(product.family) ?? byFamily.get(null);
    if (!own) return null;
    const reached = own.flatMap(({ scope, bands }) => {
      const counted = scope === 'family' ? familyQuantity : quantity;
      return bands.find(({ from }) => compare(from, counted) <= 0)?.reduction ?? [];
    });
    return largest(reached, ({ percent }) => percent) ?? null;
  };
};
