import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../lib/clock';
import { add, compare, multiply, type Exact } from '../money/exact';
import { dayNumber, dayText, lastDayOfMonths, monthStep, wholeMonths } from './calendar';
import { prorationSchema } from './policy';
import { periodsBetween } from './proration';

const steps = (anchor: string, ...months: number[]) =>
  months.map((count) => dayText(monthStep(dayNumber(anchor), count)));
/** As a fraction in lowest terms. */
const text = ({ n, d }: Exact): string => {
  const common = (a: bigint, b: bigint): bigint => (b === 0n ? a : common(b, a % b));
  const by = common(n, d);
  return d / by === 1n ? `${n / by}` : `${n / by}/${d / by}`;
};
const periods = (...args: Parameters<typeof periodsBetween>) => text(periodsBetween(...args));

describe('PR-12 month steps', () => {
  it('keep the day of the month, and clamp to the month’s end from the anchor, not from the step before', () => {
    expect(steps('2026-01-31', 0, 1, 2, 3, 13)).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2027-02-28',
    ]);
    expect(steps('2024-01-30', 1, 12)).toEqual(['2024-02-29', '2025-01-30']);
    expect(steps('2024-02-29', 12, 48)).toEqual(['2025-02-28', '2028-02-29']);
    expect(steps('2026-12-15', 1, -1, -12)).toEqual(['2027-01-15', '2026-11-15', '2025-12-15']);
  });
  it('whole months are those whose step is not after the end', () => {
    const whole = (from: string, to: string) => wholeMonths(dayNumber(from), dayNumber(to));
    expect(whole('2026-01-31', '2026-02-27')).toBe(0);
    expect(whole('2026-01-31', '2026-02-28')).toBe(1);
    expect(whole('2026-01-15', '2027-01-14')).toBe(11);
    expect(whole('2026-01-15', '2027-01-15')).toBe(12);
    expect(whole('2026-11-15', '2027-02-14')).toBe(2);
  });
  it('the last day of a term is the one before the step', () => {
    expect(lastDayOfMonths('2026-01-01', 12)).toBe('2026-12-31');
    expect(lastDayOfMonths('2026-01-31', 1)).toBe('2026-02-27');
  });
  it('take a year of two digits for what it is, so that a mistyped one costs nobody a price', () => {
    expect(steps('0026-01-31', 0, 1, 12)).toEqual(['0026-01-31', '0026-02-28', '0027-01-31']);
    expect(steps('0099-12-15', 1)).toEqual(['0100-01-15']);
    expect(periods('monthly-exact', 'month', '0026-01-01', '0026-02-28')).toBe('2');
  });
  it('go on beyond the years that four digits can write', () => {
    expect(lastDayOfMonths('9999-12-31', 12)).toBe('+010000-12-30');
  });
});

describe('PR-12 proration', () => {
  const partial = ['2026-01-15', '2026-03-01'] as const;

  it('daily-365 is days over 365 of a year, and twelve times that in months', () => {
    expect(periods('daily-365', 'year', ...partial)).toBe('46/365');
    expect(periods('daily-365', 'month', ...partial)).toBe('552/365');
    expect(periods('daily-365', 'year', '2024-01-01', '2024-12-31')).toBe('366/365');
    expect(periods('daily-365', 'year', '2026-05-05', '2026-05-05')).toBe('1/365');
  });
  it('daily-actual counts whole periods of the price, and days over the days of the one begun', () => {
    // 15 January to 14 February whole, then 15 days of the 28 from 15 February.
    expect(periods('daily-actual', 'month', ...partial)).toBe('43/28');
    expect(periods('daily-actual', 'year', ...partial)).toBe('46/365');
    // A year and a day, of the year with 29 February in it.
    expect(periods('daily-actual', 'year', '2026-06-01', '2027-06-01')).toBe('367/366');
    expect(periods('daily-actual', 'year', '2024-01-01', '2024-12-31')).toBe('1');
    expect(periods('daily-actual', 'month', '2024-02-01', '2024-02-28')).toBe('28/29');
  });
  it('monthly-ceil counts a month that is begun whole', () => {
    expect(periods('monthly-ceil', 'month', ...partial)).toBe('2');
    expect(periods('monthly-ceil', 'month', '2026-01-15', '2026-02-14')).toBe('1');
    expect(periods('monthly-ceil', 'month', '2026-01-15', '2026-02-15')).toBe('2');
    expect(periods('monthly-ceil', 'year', ...partial)).toBe('1/6');
  });
  it('monthly-exact counts whole months and the days of the last over its days', () => {
    expect(periods('monthly-exact', 'month', ...partial)).toBe('43/28');
    expect(periods('monthly-exact', 'year', ...partial)).toBe('43/336');
    expect(periods('monthly-exact', 'month', '2026-01-31', '2026-02-27')).toBe('1');
    // The month begun runs from 28 February to 30 March: 31 days.
    expect(periods('monthly-exact', 'month', '2026-01-31', '2026-02-28')).toBe('32/31');
  });
  it('worked example 4: 35.00 a year from 2017-01-01 to 2018-01-10 is 13 months, 37.92', () => {
    const time = periodsBetween('monthly-ceil', 'year', '2017-01-01', '2018-01-10');
    expect(text(time)).toBe('13/12');
    expect(text(multiply({ n: 35n, d: 1n }, time))).toBe('455/12');
  });
});

const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('1980-01-01', count));
const policies = fc.constantFrom(...prorationSchema.options);
const kinds = fc.constantFrom('month' as const, 'year' as const);
const length = fc.integer({ min: 0, max: 2_000 });

describe('PR-12 for any dates', () => {
  it('is more than nothing and never less for a longer time', () => {
    fc.assert(
      fc.property(policies, kinds, days, length, length, (policy, period, start, a, b) => {
        const [shorter, longer] = [Math.min(a, b), Math.max(a, b)];
        const short = periodsBetween(policy, period, start, addDays(start, shorter));
        const long = periodsBetween(policy, period, start, addDays(start, longer));
        expect(short.n > 0n).toBe(true);
        expect(compare(short, long)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('sums when a time is split at a month step (anchored in the first 28 days, whose steps nothing clamps)', () => {
    fc.assert(
      fc.property(policies, days, length, fc.nat(40), (policy, day, more, months) => {
        const start = `${day.slice(0, 8)}${day.slice(8) > '28' ? '28' : day.slice(8)}`;
        const split = dayText(monthStep(dayNumber(start), months + 1));
        const end = addDays(split, more);
        // A yearly price steps in years by `daily-actual`, so only its monthly price can be split at any month.
        for (const period of policy === 'daily-actual'
          ? (['month'] as const)
          : (['month', 'year'] as const)) {
          const first = periodsBetween(policy, period, start, addDays(split, -1));
          const second = periodsBetween(policy, period, split, end);
          expect(compare(add(first, second), periodsBetween(policy, period, start, end))).toBe(0);
        }
      }),
    );
  });

  it('whole months are whole by every policy but daily-365', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 120 }), (start, months) => {
        const end = lastDayOfMonths(start, months);
        for (const policy of ['daily-actual', 'monthly-ceil', 'monthly-exact'] as const) {
          expect(periods(policy, 'month', start, end)).toBe(String(months));
        }
        expect(periods('monthly-ceil', 'year', start, lastDayOfMonths(start, 12 * months))).toBe(
          String(months),
        );
      }),
    );
  });

  it('a step and back in days is the same day', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(dayText(dayNumber(day))).toBe(day);
      }),
    );
  });
});
