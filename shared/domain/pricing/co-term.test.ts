import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../lib/clock';
import { averageEnd, earliestPlusTerm } from './co-term';

const running = (endsOn: string, value: number) => ({ endsOn, yearlyValue: { n: BigInt(value), d: 1n } });

describe('PR-148 the average end', () => {
  it('weighs remaining days by value, and rounds down to whole days', () => {
    expect(averageEnd('2026-01-01', [running('2026-01-10', 100), running('2026-01-30', 100)])).toBe(
      '2026-01-20',
    );
    expect(averageEnd('2026-01-01', [running('2026-01-10', 300), running('2026-01-30', 100)])).toBe(
      '2026-01-15',
    );
    // (10 x 1 + 11 x 1) / 2 = 10.5 days.
    expect(averageEnd('2026-01-01', [running('2026-01-10', 1), running('2026-01-11', 1)])).toBe('2026-01-10');
  });
  it('of what is worth nothing weighs all alike', () => {
    expect(averageEnd('2026-01-01', [running('2026-01-10', 0), running('2026-01-30', 0)])).toBe('2026-01-20');
    expect(averageEnd('2026-01-01', [running('2026-01-10', 0), running('2026-01-30', 1)])).toBe('2026-01-30');
  });
  it('lies between the first and the last, and of one is its own', () => {
    const ends = fc.record({ days: fc.nat(3_000), value: fc.nat(1_000_000) });
    fc.assert(
      fc.property(fc.array(ends, { minLength: 1, maxLength: 6 }), (lines) => {
        const all = lines.map(({ days, value }) => running(addDays('2026-01-01', days), value));
        const sorted = all.map(({ endsOn }) => endsOn).sort();
        const end = averageEnd('2026-01-01', all);
        expect(end >= (sorted[0] ?? '') && end <= (sorted.at(-1) ?? '')).toBe(true);
        expect(averageEnd('2026-01-01', all.slice(0, 1))).toBe(all[0]?.endsOn);
      }),
    );
  });
});

describe('PR-147 the earliest end and a term', () => {
  it('of whole months from the day after', () => {
    expect(earliestPlusTerm(['2026-12-31', '2026-06-30', '2026-10-01'], 12)).toBe('2027-06-30');
    expect(earliestPlusTerm(['2026-02-27'], 1)).toBe('2026-03-27');
    expect(earliestPlusTerm(['2026-02-28'], 1)).toBe('2026-03-31');
  });
  it('there is none where nothing runs', () => {
    expect(earliestPlusTerm([], 12)).toBeUndefined();
  });
});
