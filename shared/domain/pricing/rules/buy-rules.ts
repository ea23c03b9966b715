import type { BuyStepName } from '../policy';
import { agreementRule } from './agreement';
import { dealRegistrationRule } from './deal-registration';
import { promotionRule } from './promotion';
import type { BuyRule } from './rule';
import { specialBidRule } from './special-bid';
import { tierRule } from './tier';
import { volumeRule } from './volume';

/** PR-20: the rule behind each step name; a policy puts them in order (PR-21). */
export const buyRules: Readonly<Record<BuyStepName, BuyRule>> = {
  volume: volumeRule,
  tier: tierRule,
  agreement: agreementRule,
  promotion: promotionRule,
  'deal-registration': dealRegistrationRule,
  'special-bid': specialBidRule,
};
