import { add, multiply, zero, type Exact } from '../money/exact';
import { dayNumber, dayText, lastDayOfMonths } from './calendar';

/** Something that runs to an end, and what a year of it sells for. */
export interface RunningValue {
  readonly yearlyValue: Exact;
  /** The last day, included. */
  readonly endsOn: string;
}

const one: Exact = { n: 1n, d: 1n };

/**
 * PR-13 `average`, PR-148: the one last day for all: each running line's days from `startsOn` to its end, both included, weighted by its
 * yearly value, rounded down to whole days. Where all are worth nothing, all weigh the same.
 */
export function averageEnd(startsOn: string, running: readonly RunningValue[]): string {
  const start = dayNumber(startsOn);
  const worthless = running.every(({ yearlyValue }) => yearlyValue.n === 0n);
  const weighted = running.map(({ yearlyValue, endsOn }) => ({
    weight: worthless ? one : yearlyValue,
    days: BigInt(dayNumber(endsOn) + 1 - start),
  }));
  const weight = weighted.map((line) => line.weight).reduce(add, zero);
  const days = weighted.map((line) => multiply(line.weight, { n: line.days, d: 1n })).reduce(add, zero);
  return dayText(start + Number((days.n * weight.d) / (days.d * weight.n)) - 1);
}

/** PR-13 `earliest-plus-term`, PR-147: the first of the ends still to come, and a term of whole months from the day after it. */
export function earliestPlusTerm(ends: readonly string[], termMonths: number): string | undefined {
  const [earliest] = ends.map(dayNumber).sort((a, b) => a - b);
  return earliest === undefined ? undefined : lastDayOfMonths(dayText(earliest + 1), termMonths);
}
