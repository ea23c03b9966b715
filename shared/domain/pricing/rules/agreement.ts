import { mostSpecific } from './most-specific';
import { percentOff } from './percent-off';
import type { BuyRule } from './rule';

/** PR-20 step "agreement": the most specific discount the partner negotiated (PR-104). */
export const agreementRule: BuyRule = ({ agreements }) => {
  const discountOf = mostSpecific(
    agreements.map(({ name, validUntil, discounts }) => ({
      name,
      bound: validUntil === null ? null : ({ until: validUntil, because: 'agreement', name } as const),
      discounts,
    })),
  );
  return ({ product }, so) => {
    const discount = discountOf(product);
    return discount && percentOff('agreement', discount, so);
  };
};
