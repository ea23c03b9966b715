import type { BuyStepName } from '../policy';
import { agreementRule } from './agreement';
import type { BuyRule } from './rule';
import { tierRule } from './tier';
import { volumeRule } from './volume';
import { withoutData } from './without-data';

/** PR-20: the rule behind each step name; a policy puts them in order (PR-21). */
export const buyRules: Readonly<Record<BuyStepName, BuyRule>> = {
  volume: volumeRule,
  tier: tierRule,
  agreement: agreementRule,
  promotion: withoutData,
  'deal-registration': withoutData,
  'special-bid': withoutData,
};
