import { decimal } from '../../money/parse-decimal';
import { converted } from '../conversion';
import type { Validity } from '../priced';
import { benefit, unitsLeft, type UnitEffect } from './benefit';
import type { BuyRule } from './rule';

/**
 * PR-20 step "special-bid", PR-122: what the vendor granted for a SKU in this one quote, for as many units as it says, given out in line
 * order. A net price that would not lower the price changes nothing.
 */
export const specialBidRule: BuyRule = ({ specialBid, conversion, ledger }) => {
  if (!specialBid) return () => null;
  const name = specialBid.number ?? '';
  const { validUntil } = specialBid;
  const bounds: readonly Validity[] =
    validUntil === null ? [] : [{ until: validUntil, because: 'special-bid', name }];
  const bySku = new Map(
    specialBid.terms.toReversed().map(({ sku, price, maxQuantity }) => {
      const effect: UnitEffect =
        price.kind === 'net'
          ? { kind: 'price', price: converted(decimal(price.unitPrice), conversion) }
          : { kind: 'percent', rate: price.percent, percent: decimal(price.percent) };
      return [sku, { effect, cap: maxQuantity === null ? null : decimal(maxQuantity) }] as const;
    }),
  );
  return (line, so) => {
    const term = bySku.get(line.product.sku);
    if (!term) return null;
    const key = `special-bid ${line.product.sku}`;
    const units = unitsLeft(ledger, key, term.cap, line.quantity, line);
    if (!units) return null;
    const { step, lowers } = benefit(
      'special-bid',
      name,
      term.effect,
      { units, quantity: line.quantity },
      so,
    );
    return {
      after: step.after,
      steps: [step],
      bounds: lowers ? bounds : [],
      claims: lowers && term.cap ? [{ key, units }] : [],
    };
  };
};
