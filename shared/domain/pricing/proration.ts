import { assertNever } from '../../lib/assert-never';
import { add, divide, type Exact } from '../money/exact';
import { dayNumber, monthStep, wholeMonths } from './calendar';
import type { Proration } from './policy';

export type Period = 'month' | 'year';

const exactly = (count: number): Exact => ({ n: BigInt(count), d: 1n });
const share = (part: number, whole: number): Exact => ({ n: BigInt(part), d: BigInt(whole) });
const twelve = exactly(12);

/** PR-107: whole months as periods of a price: months, or twelfths of a year. */
export const periodsInMonths = (months: number, period: Period): Exact =>
  period === 'month' ? exactly(months) : share(months, 12);

/** PR-12: a calendar month or year by another name of its length in months. */
const monthsOf = (period: Period): number => (period === 'month' ? 1 : 12);

/**
 * PR-12: how many periods of a monthly or yearly charge lie between two days, both included, exactly, by a named policy. `endsOn` is not
 * before `startsOn`. 2017-01-01 to 2018-01-10 is 13 months by `monthly-ceil`, so 13/12 of a year.
 */
export function periodsBetween(policy: Proration, period: Period, startsOn: string, endsOn: string): Exact {
  const start = dayNumber(startsOn);
  const end = dayNumber(endsOn) + 1;
  switch (policy) {
    case 'daily-365':
      return share((end - start) * (period === 'month' ? 12 : 1), 365);
    case 'daily-actual':
      return stepped(start, end, monthsOf(period));
    case 'monthly-ceil': {
      const whole = wholeMonths(start, end);
      return periodsInMonths(monthStep(start, whole) < end ? whole + 1 : whole, period);
    }
    case 'monthly-exact':
      return period === 'month' ? stepped(start, end, 1) : divide(stepped(start, end, 1), twelve);
    default:
      return assertNever(policy);
  }
}

/** Whole steps of so many months from the start, and of the step that is then begun the days over its days. */
function stepped(start: number, end: number, months: number): Exact {
  const whole = Math.floor(wholeMonths(start, end) / months);
  const begun = monthStep(start, whole * months);
  if (begun === end) return exactly(whole);
  return add(exactly(whole), share(end - begun, monthStep(start, (whole + 1) * months) - begun));
}

/** The length of a time in months, as billing plans weigh it: whole months and days of the last one (PR-145). */
export const monthsBetween = (startsOn: string, endsOn: string): Exact =>
  periodsBetween('monthly-exact', 'month', startsOn, endsOn);
