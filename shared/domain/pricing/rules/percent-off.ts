import type { Percent } from '../../money/amount';
import { subtract, zero, type Exact } from '../../money/exact';
import { lessPercent, percentOf } from '../../money/percent';
import type { BuyStepName } from '../policy';
import type { Validity } from '../priced';
import type { Application, AppliedStep, PriceSoFar } from './rule';

/** A percentage a rule found, as text and exact, where it comes from, and what it depends on until when (PR-31). */
export interface Reduction {
  readonly rule: string;
  readonly rate: Percent;
  readonly percent: Exact;
  readonly bound: Validity | null;
}

/** PR-21: a percentage off what is left, or off the list price; it may come to less than nothing. */
export const afterPercent = ({ price, list, basis }: PriceSoFar, percent: Exact): Exact =>
  basis === 'list' ? subtract(price, percentOf(list, percent)) : lessPercent(price, percent);

/** PR-25: where a price goes, which is never below zero. */
export const stopAtZero = (price: Exact): Pick<AppliedStep, 'after' | 'note'> =>
  price.n < 0n ? { after: zero, note: 'stopped-at-zero' } : { after: price, note: null };

/** Most steps depend on nothing and take nothing: one list for them all. */
export const none: readonly never[] = [];

/** A step that takes one percentage off every unit. */
export function percentOff(
  step: BuyStepName,
  { rule, rate, percent, bound }: Reduction,
  so: PriceSoFar,
): Application {
  const { after, note } = stopAtZero(afterPercent(so, percent));
  return {
    after,
    steps: [{ head: { step, rule, basis: so.basis, rate }, after, note }],
    bounds: bound ? [bound] : none,
    claims: none,
  };
}
