import { describe, expect, it } from 'vitest';
import { parseDay } from './parse-day';

describe('a day as people type it', () => {
  it.each([
    ['2026-11-21', '2026-11-21'],
    ['21.11.2026', '2026-11-21'],
    ['21/11/26', '2026-11-21'],
    ['1.2.2027', '2027-02-01'],
    ['21 11', '2026-11-21'],
    ['2026年11月21日', '2026-11-21'],
    ['29.2.2028', '2028-02-29'],
  ])('"%s" is %s', (typed, day) => expect(parseDay(typed, '2026-01-05')).toBe(day));

  it.each(['', '21', '29.2.2027', '31.4.2026', '2026-13-01', '21 Nov 2026', 'soon', '2026-11', '1.2.3.4'])(
    '"%s" is none',
    (typed) => expect(parseDay(typed, '2026-01-05')).toBeUndefined(),
  );
});
