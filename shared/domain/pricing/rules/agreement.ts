import type { Product } from '../../catalog/product';
import { decimal } from '../../money/parse-decimal';
import type { Agreement } from '../../partner/partner';
import { largest } from './largest';
import type { BuyRule } from './rule';

type Discount = Agreement['discounts'][number];

/** 2 for the SKU, 1 for its family, 0 for everything; undefined when the discount is for something else. */
function closeness({ sku, family }: Discount, product: Product): number | undefined {
  if ((sku !== null && sku !== product.sku) || (family !== null && family !== product.family))
    return undefined;
  return sku !== null ? 2 : family !== null ? 1 : 0;
}

/** PR-20 step "agreement": the most specific discount the partner negotiated, SKU before family before all (PR-104). */
export const agreementRule: BuyRule = ({ agreements, product }) => {
  const matching = agreements.flatMap((agreement) =>
    agreement.discounts.flatMap((discount) => {
      const close = closeness(discount, product);
      return close === undefined ? [] : [{ agreement, discount, close }];
    }),
  );
  const closest = Math.max(...matching.map(({ close }) => close));
  const found = largest(
    matching.filter(({ close }) => close === closest),
    ({ discount }) => decimal(discount.percent),
  );
  if (!found) return null;
  const { name, validUntil } = found.agreement;
  return {
    rule: name,
    percent: found.discount.percent,
    bound: validUntil === null ? null : { until: validUntil, because: 'agreement', name },
  };
};
