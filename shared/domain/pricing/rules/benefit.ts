import { assertNever } from '../../../lib/assert-never';
import type { Percent } from '../../money/amount';
import { add, compare, divide, multiply, subtract, zero, type Exact } from '../../money/exact';
import type { BuyStepName } from '../policy';
import type { PartHead, StepHead } from '../trail';
import type { UnitLedger } from '../unit-ledger';
import { afterPercent, stopAtZero } from './percent-off';
import type { AppliedStep, LineFacts, PriceSoFar } from './rule';

/** What a promotion or bid does to one unit's price. Amounts are in the quote's currency. */
export type UnitEffect =
  | { readonly kind: 'percent'; readonly rate: Percent; readonly percent: Exact }
  | { readonly kind: 'amount-off'; readonly amount: Exact }
  | { readonly kind: 'price'; readonly price: Exact };

/** Of a line's quantity the units that benefit. */
export interface Units {
  readonly units: Exact;
  readonly quantity: Exact;
}

export interface Benefit {
  readonly step: AppliedStep;
  /** Whether any unit gets cheaper; if not, the step changes nothing. */
  readonly lowers: boolean;
  /** What it takes off all units together; of quantity 0 off one. */
  readonly moneyOff: Exact;
}

/** The step of an effect on some of a line's units: the price after it is the average unit's, exactly (PR-15, PR-117). */
export function benefit(
  step: BuyStepName,
  rule: string,
  effect: UnitEffect,
  { units, quantity }: Units,
  so: PriceSoFar,
): Benefit {
  const { after, note } = stopAtZero(unitPriceAfter(effect, so));
  const head = headOf(step, rule, effect, { units, quantity }, so);
  if (compare(after, so.price) >= 0) {
    return { step: { head, after: so.price, note: 'no-benefit' }, lowers: false, moneyOff: zero };
  }
  const off = subtract(so.price, after);
  const average =
    compare(units, quantity) >= 0
      ? after
      : divide(add(multiply(after, units), multiply(so.price, subtract(quantity, units))), quantity);
  return {
    step: { head, after: average, note },
    lowers: true,
    moneyOff: units.n === 0n ? off : multiply(off, units),
  };
}

/** Of `wanted` units those left for a line; null when none are. Without a cap all; a line of quantity 0 is priced like a unit that is left. */
export function unitsLeft(
  ledger: UnitLedger,
  key: string,
  cap: Exact | null,
  wanted: Exact,
  line: LineFacts,
): Exact | null {
  if (!cap) return wanted;
  const left = ledger.left(key, cap, line);
  if (left.n === 0n) return null;
  return compare(left, wanted) < 0 ? left : wanted;
}

function unitPriceAfter(effect: UnitEffect, so: PriceSoFar): Exact {
  switch (effect.kind) {
    case 'percent':
      return afterPercent(so, effect.percent);
    case 'amount-off':
      return subtract(so.price, effect.amount);
    case 'price':
      return effect.price;
    default:
      return assertNever(effect);
  }
}

/** One percentage or one price for all units says it all; anything else is said unit by unit. */
function headOf(
  step: BuyStepName,
  rule: string,
  effect: UnitEffect,
  { units, quantity }: Units,
  { basis }: PriceSoFar,
): StepHead {
  const whole = compare(units, quantity) >= 0;
  const rest: readonly PartHead[] = whole
    ? []
    : [{ kind: 'percent-off', units: subtract(quantity, units), figure: '0' }];
  switch (effect.kind) {
    case 'percent': {
      const { rate } = effect;
      return whole
        ? { step, rule, basis, rate }
        : { step, rule, basis, rate, parts: [{ kind: 'percent-off', units, figure: rate }, ...rest] };
    }
    case 'amount-off': {
      const { amount } = effect;
      return { step, rule, basis, amount, parts: [{ kind: 'amount-off', units, figure: amount }, ...rest] };
    }
    case 'price': {
      const { price } = effect;
      return whole
        ? { step, rule, basis, amount: price }
        : {
            step,
            rule,
            basis,
            amount: price,
            parts: [{ kind: 'unit-price', units, figure: price }, ...rest],
          };
    }
    default:
      return assertNever(effect);
  }
}
