import type { Decimal } from '../money/amount';
import { compare, subtract, zero, type Exact } from '../money/exact';
import { formatScaled } from '../money/format-decimal';
import { toMinor, fromMinor } from '../money/minor-units';
import { lessPercent, percentOf } from '../money/percent';
import type { RoundingMode } from '../money/rounding-mode';
import type { PriceStep } from './priced';
import { showAmount } from './show-amount';

type StepHead = Pick<PriceStep, 'step' | 'rule' | 'basis'> & Partial<Pick<PriceStep, 'rate' | 'amount'>>;

/** PR-26: a price on its way through a waterfall. Keeps the exact value, and writes down each step as it is taken. */
export class Trail {
  readonly steps: PriceStep[] = [];
  readonly #digits: number;
  #value: Exact;
  #shown: Decimal;
  #per: PriceStep['per'] = 'unit';

  /** `digits`: decimals of the currency's minor unit. */
  constructor(start: Exact, digits: number) {
    this.#value = start;
    this.#digits = digits;
    this.#shown = showAmount(start, digits);
  }

  get value(): Exact {
    return this.#value;
  }

  get shown(): Decimal {
    return this.#shown;
  }

  /** Goes to `after`, or stops at zero when that is below it (PR-25). */
  take(head: StepHead, after: Exact): void {
    const stopped = after.n < 0n;
    this.#write(head, stopped ? zero : after, undefined, stopped ? 'stopped-at-zero' : null);
  }

  /** A percentage off what is left, or off the list price. */
  takePercent(head: StepHead, percent: Exact, list: Exact): void {
    this.take(head, this.afterPercent(head.basis, percent, list));
  }

  /** What `takePercent` would come to. */
  afterPercent(basis: PriceStep['basis'], percent: Exact, list: Exact): Exact {
    return basis === 'list'
      ? subtract(this.#value, percentOf(list, percent))
      : lessPercent(this.#value, percent);
  }

  /** A step that lost to a better one of its group: written down, without effect. */
  passOver(head: StepHead): void {
    this.#write(head, this.#value, this.#shown, 'not-best-of-group');
  }

  /** From here on the price is the whole line's. */
  extend(head: StepHead, after: Exact): void {
    this.#per = 'line';
    this.take(head, after);
  }

  /** Rounds (PR-2) and returns whole units of 10^-decimals; a step is written only when that changes the value. */
  round(step: 'unit-rounding' | 'line-rounding', mode: RoundingMode, decimals: number): bigint {
    const units = toMinor(this.#value, decimals, mode);
    const after = fromMinor(units, decimals);
    if (compare(this.#value, after) !== 0) {
      this.#write({ step, rule: mode, basis: 'running' }, after, formatScaled(units, decimals), null);
    }
    return units;
  }

  #write(head: StepHead, after: Exact, shown: Decimal | undefined, note: PriceStep['note']): void {
    const before = this.#shown;
    this.#value = after;
    this.#shown = shown ?? showAmount(after, this.#digits);
    this.steps.push({
      step: head.step,
      rule: head.rule,
      basis: head.basis,
      per: this.#per,
      rate: head.rate ?? null,
      amount: head.amount ?? null,
      before,
      after: this.#shown,
      note,
    });
  }
}
