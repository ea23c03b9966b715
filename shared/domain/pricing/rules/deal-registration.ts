import { mostSpecific } from './most-specific';
import { percentOff } from './percent-off';
import type { BuyRule } from './rule';

/** PR-20 step "deal-registration": the most specific discount that the quote's registered deal was granted (PR-104, PR-121). */
export const dealRegistrationRule: BuyRule = ({ dealRegistration }) => {
  if (!dealRegistration) return () => null;
  const { number: name, validUntil, discounts } = dealRegistration;
  const discountOf = mostSpecific([
    { name, bound: { until: validUntil, because: 'deal-registration', name }, discounts },
  ]);
  return ({ product }, so) => {
    const discount = discountOf(product);
    return discount && percentOff('deal-registration', discount, so);
  };
};
