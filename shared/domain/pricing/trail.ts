import { compare, subtract, zero, type Exact } from '../money/exact';
import { formatScaled } from '../money/format-decimal';
import { fromMinor, toMinor } from '../money/minor-units';
import { lessPercent, percentOf } from '../money/percent';
import type { RoundingMode } from '../money/rounding-mode';
import type { PriceStep } from './priced';
import { showAmount } from './show-amount';

type StepHead = Pick<PriceStep, 'step' | 'rule' | 'basis'> &
  Partial<Pick<PriceStep, 'rate' | 'amount' | 'parts'>>;

interface Taken {
  readonly head: StepHead;
  readonly per: PriceStep['per'];
  readonly after: Exact;
  readonly note: PriceStep['note'];
  /** Of a rounding: its result is shown with exactly these. */
  readonly decimals: number | null;
}

/**
 * PR-26: a price on its way through a waterfall. Writes its steps down only when it is there to explain: a quote of 1,000 lines is
 * priced at every keystroke and explained one line at a time.
 */
export class Trail {
  readonly #start: Exact;
  readonly #taken: Taken[] | null;
  #value: Exact;
  #per: PriceStep['per'] = 'unit';

  constructor(start: Exact, explaining: boolean) {
    this.#start = start;
    this.#value = start;
    this.#taken = explaining ? [] : null;
  }

  get value(): Exact {
    return this.#value;
  }

  /** Goes to `after`, or stops at zero when that is below it (PR-25). */
  take(head: StepHead, after: Exact): void {
    if (after.n < 0n) this.#go(head, zero, 'stopped-at-zero');
    else this.#go(head, after, null);
  }

  /** What a percentage off what is left, or off the list price, would come to; it may be below zero. */
  afterPercent(basis: PriceStep['basis'], percent: Exact, list: Exact): Exact {
    return basis === 'list'
      ? subtract(this.#value, percentOf(list, percent))
      : lessPercent(this.#value, percent);
  }

  /** A step that lost to a better one of its group: written down, without effect. */
  passOver(head: StepHead): void {
    this.#go(head, this.#value, 'not-best-of-group');
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
      this.#go({ step, rule: mode, basis: 'running' }, after, null, decimals);
    }
    return units;
  }

  /** The steps so far, none if it was not to explain; `digits` are the decimals of the currency's minor unit. */
  explain(digits: number): PriceStep[] {
    let before = showAmount(this.#start, digits);
    return (this.#taken ?? []).map(({ head, per, after: value, note, decimals }) => {
      const after =
        decimals === null
          ? showAmount(value, digits)
          : formatScaled(toMinor(value, decimals, 'down'), decimals);
      const { step, rule, basis, rate = null, amount = null, parts = [] } = head;
      const written = { step, rule, basis, per, rate, amount, before, after, parts, note };
      before = after;
      return written;
    });
  }

  #go(head: StepHead, after: Exact, note: PriceStep['note'], decimals: number | null = null): void {
    this.#value = after;
    this.#taken?.push({ head, per: this.#per, after, note, decimals });
  }
}
