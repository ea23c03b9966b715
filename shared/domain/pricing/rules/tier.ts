import { decimal } from '../../money/parse-decimal';
import { largest } from './largest';
import type { BuyRule } from './rule';

/** PR-20 step "tier": the discount of the partner's tier, the family's own before the one for every family (PR-104). */
export const tierRule: BuyRule = ({ header, tier, product }) => {
  const mine = header.policy.tierDiscounts.filter((discount) => discount.tier === tier);
  const ofFamily = mine.filter(({ family }) => family === product.family);
  const candidates = ofFamily.length > 0 ? ofFamily : mine.filter(({ family }) => family === null);
  const found = largest(candidates, ({ percent }) => decimal(percent));
  return found ? { rule: tier, percent: found.percent, bound: null } : null;
};
