import { decimal } from '../../money/parse-decimal';
import { largest } from './largest';
import { percentOff, type Reduction } from './percent-off';
import type { BuyRule } from './rule';

/** PR-20 step "tier": the discount of the partner's tier, the family's own before the one for every family (PR-104). */
export const tierRule: BuyRule = ({ header, tier }) => {
  const mine = header.policy.tierDiscounts
    .filter((discount) => discount.tier === tier)
    .map(({ family, percent: rate }) => ({ family, rule: tier, rate, percent: decimal(rate), bound: null }));
  const bestFor = (wanted: string | null): Reduction | undefined =>
    largest(
      mine.filter(({ family }) => family === wanted),
      ({ percent }) => percent,
    );
  const families = new Set(mine.map(({ family }) => family));
  const byFamily = new Map([...families].map((family) => [family, bestFor(family)]));
  return ({ product }, so) => {
    const reduction = byFamily.get(product.family) ?? byFamily.get(null);
    return reduction ? percentOff('tier', reduction, so) : null;
  };
};
