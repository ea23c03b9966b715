import { describe, expect, it } from 'vitest';
import { yearIsPlain } from './short-day';

describe('a date on a card', () => {
  it.each([
    ['2026-11-20', true],
    ['2027-02-28', true],
    ['2027-11-20', false],
    ['2026-01-10', false],
    ['2027-10-30', false],
  ])('%s may leave out its year: %s', (day, plain) => {
    expect(yearIsPlain(day, '2026-11-21')).toBe(plain);
  });
});
