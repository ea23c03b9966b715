import { compare, zero, type Exact } from '../money/exact';
import type { Decimal } from '../money/amount';
import { formatExact, formatScaled } from '../money/format-decimal';
import { fromMinor, toMinor } from '../money/minor-units';
import type { RoundingMode } from '../money/rounding-mode';
import type { PriceStep, StepPart } from './priced';
import { showAmount } from './show-amount';

/** Some units of a step; figures may still be numbers, which are written as text when someone reads the explanation. */
export interface PartHead {
  readonly kind: StepPart['kind'];
  readonly units: Decimal | Exact;
  readonly figure: string | Exact;
}

/** What is said about a step besides the price before and after it. */
export type StepHead = Pick<PriceStep, 'step' | 'rule' | 'basis'> &
  Partial<Pick<PriceStep, 'rate'>> & {
    readonly amount?: Decimal | Exact | null;
    readonly parts?: readonly PartHead[];
  };

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
    // A credit is below zero already, and on purpose (PR-50).
    if (after.n < 0n && this.#value.n >= 0n) this.#go(head, zero, 'stopped-at-zero');
    else this.#go(head, after, null);
  }

  /** A step that a rule worked out, with its note. */
  write({ head, after, note }: { head: StepHead; after: Exact; note: PriceStep['note'] }): void {
    this.#go(head, after, note);
  }

  /** PR-50: what is given back turns below zero, or to nothing where none is given. */
  credit(head: StepHead, given: boolean): void {
    const { n, d } = this.#value;
    if (given) this.#go(head, { n: -n, d }, null);
    else this.#go(head, zero, 'no-credit');
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
      const written = {
        step,
        rule,
        basis,
        per,
        rate,
        amount: amount === null ? null : asText(amount),
        before,
        after,
        parts: parts.map(({ kind, units, figure }) => ({
          kind,
          units: asText(units),
          figure: asText(figure),
        })),
        note,
      };
      before = after;
      return written;
    });
  }

  #go(head: StepHead, after: Exact, note: PriceStep['note'], decimals: number | null = null): void {
    this.#value = after;
    this.#taken?.push({ head, per: this.#per, after, note, decimals });
  }
}

const asText = (figure: string | Exact): string =>
  typeof figure === 'string' ? figure : formatExact(figure);
