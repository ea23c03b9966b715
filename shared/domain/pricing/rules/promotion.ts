import { assertNever } from '../../../lib/assert-never';
import { add, compare, divide, multiply, zero, type Exact } from '../../money/exact';
import { decimal } from '../../money/parse-decimal';
import { converted } from '../conversion';
import { inGroups } from '../in-groups';
import type { Validity } from '../priced';
import type { Promotion } from '../promotion';
import { benefit, unitsLeft, type UnitEffect } from './benefit';
import { largest } from './largest';
import type { AppliedStep, BuyRule, Claim, LineFacts, RuleContext } from './rule';

/** A promotion whose conditions on partner and customer are met. */
interface Prepared {
  readonly code: string;
  readonly key: string;
  readonly group: string | null;
  readonly effect: UnitEffect;
  readonly bound: Validity | null;
  /** The most units in the quote; null: no cap. */
  readonly cap: Exact | null;
  /** Units of a line that would benefit without a cap; null: it is not for this line. */
  readonly unitsOf: (line: LineFacts) => Exact | null;
}

/**
 * PR-20 step "promotion", PR-15, PR-119. By priority, then code, each on what the one before left. An exclusive group is decided where its
 * first stands: the one that takes the most money off the price there applies, ties in the same order.
 */
export const promotionRule: BuyRule = (context) => {
  const prepared = context.promotions
    .filter(({ conditions }) => meetsPartner(conditions, context))
    .toSorted((a, b) => a.priority - b.priority || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
    .map((promotion) => prepare(promotion, context));
  if (prepared.length === 0) return () => null;

  return (line, so) => {
    const offers = prepared.flatMap((promotion) => {
      const wanted = promotion.unitsOf(line);
      const units = wanted && unitsLeft(context.ledger, promotion.key, promotion.cap, wanted, line);
      return units ? { promotion, units: { units, quantity: line.quantity } } : [];
    });
    if (offers.length === 0) return null;
    const steps: AppliedStep[] = [];
    const bounds: Validity[] = [];
    const claims: Claim[] = [];
    let { price } = so;
    for (const competing of inGroups(offers, ({ promotion }) => promotion.group)) {
      const here = { ...so, price };
      const measured = competing.map(({ promotion: { code, effect }, units }) =>
        benefit('promotion', code, effect, units, here),
      );
      const best = largest(measured, ({ moneyOff }) => moneyOff);
      measured.forEach((found, at) => {
        const { step, lowers } = found;
        if (found !== best) {
          steps.push({ head: step.head, after: price, note: 'not-best-of-group' });
          return;
        }
        steps.push(step);
        const offer = competing[at];
        if (!lowers || !offer) return;
        price = step.after;
        const { key, cap, bound } = offer.promotion;
        if (bound) bounds.push(bound);
        if (cap) claims.push({ key, units: offer.units.units });
      });
    }
    return { after: price, steps, bounds, claims };
  };
};

const isAmong = <T>(list: readonly T[] | null, value: T | null): boolean =>
  list === null || (value !== null && list.includes(value));

/** A customer condition is not met while the quote has no customer. */
const meetsPartner = (
  { segments, tiers, regions }: Promotion['conditions'],
  { segment, tier, region }: RuleContext,
): boolean => isAmong(segments, segment) && isAmong(tiers, tier) && isAmong(regions, region);

function prepare({ id, code, conditions, effect, ...promotion }: Promotion, context: RuleContext): Prepared {
  const { skus, families, minQuantity } = conditions;
  const least = decimal(minQuantity ?? '0');
  const isFor = ({ product, quantity }: LineFacts): boolean =>
    isAmong(skus, product.sku) && isAmong(families, product.family) && compare(quantity, least) >= 0;
  const maxUnits = promotion.maxUnits === null ? null : decimal(promotion.maxUnits);
  const { validUntil } = promotion;
  const all = {
    code,
    key: `promotion ${id}`,
    group: promotion.exclusiveGroup,
    bound: validUntil === null ? null : ({ until: validUntil, because: 'promotion', name: code } as const),
    cap: maxUnits,
    unitsOf: (line: LineFacts) => (isFor(line) ? line.quantity : null),
  };
  const amount = (text: string): Exact => converted(decimal(text), context.conversion);
  switch (effect.kind) {
    case 'percent':
      return { ...all, effect: { kind: 'percent', rate: effect.percent, percent: decimal(effect.percent) } };
    case 'amount-off':
      return { ...all, effect: { kind: 'amount-off', amount: amount(effect.amount) } };
    case 'fixed-price':
      return { ...all, effect: { kind: 'price', price: amount(effect.price) } };
    case 'free-goods': {
      const free: UnitEffect = { kind: 'price', price: zero };
      const { freeSku } = effect;
      const [buys, gives] = [decimal(effect.buy), decimal(effect.free)];
      if (freeSku === null) {
        const once = add(buys, gives);
        const unitsOf = (line: LineFacts): Exact | null =>
          isFor(line) ? atLeastSome(wholeTimes(line.quantity, once, gives)) : null;
        return { ...all, effect: free, unitsOf };
      }
      const bought = context.lines
        .filter((line) => !line.optional && line.product.charge.kind !== 'usage' && isFor(line))
        .reduce((sum, { quantity }) => add(sum, quantity), zero);
      const entitled = wholeTimes(bought, buys, gives);
      const cap = maxUnits && compare(maxUnits, entitled) < 0 ? maxUnits : entitled;
      const unitsOf = ({ product, quantity }: LineFacts): Exact | null =>
        product.sku === freeSku ? quantity : null;
      return { ...all, effect: free, cap, unitsOf };
    }
    default:
      return assertNever(effect);
  }
}

/** `gives` for each whole `once` in a quantity. */
function wholeTimes(quantity: Exact, once: Exact, gives: Exact): Exact {
  const { n, d } = divide(quantity, once);
  return multiply({ n: n / d, d: 1n }, gives);
}

const atLeastSome = (units: Exact): Exact | null => (units.n === 0n ? null : units);
