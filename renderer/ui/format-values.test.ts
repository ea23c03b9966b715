import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatsFor } from './format-values';

describe('figures are the decimal strings they came from', () => {
  test('amounts have the currency’s own decimals', () => {
    expect(formatsFor('en').amount('1234.5', 'EUR')).toBe('€1,234.50');
    expect(formatsFor('en').amount('1234.5', 'JPY')).toBe('JP¥1,235');
  });

  test('a long amount loses no digit', () => {
    expect(formatsFor('en').amount('123456789012345678.99')).toBe('123,456,789,012,345,678.99');
  });

  test('PR-3 a unit price is shown with up to 6 decimals, never as zero', () => {
    expect(formatsFor('en').unitPrice('0.0042', 'EUR')).toBe('€0.0042');
    expect(formatsFor('en').unitPrice('61.5', 'EUR')).toBe('€61.50');
  });

  test('negative figures have a true minus in every language', () => {
    for (const language of ['en', 'pl', 'ru', 'zh-CN']) {
      expect(formatsFor(language).amount('-12.5', 'EUR')).toMatch(/^\D?\u2212/u);
      expect(formatsFor(language).percent('-3')).toContain('\u2212');
    }
  });

  test('percentages have one decimal', () => {
    expect(formatsFor('en').percent('12.5')).toBe('12.5%');
    expect(formatsFor('en').percent('7')).toBe('7.0%');
  });

  test('every amount of two decimals keeps all its digits', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 17n }),
        fc.integer({ min: 0, max: 99 }),
        (whole, cents) => {
          const value = `${String(whole)}.${String(cents).padStart(2, '0')}`;
          expect(formatsFor('en').amount(value).replaceAll(',', '')).toBe(value);
        },
      ),
    );
  });
});

describe('dates are never ambiguous', () => {
  test('the month is a word in English, Polish and Russian', () => {
    expect(formatsFor('en').day('2026-11-05')).toBe('5 Nov 2026');
    expect(formatsFor('pl').day('2026-11-05')).toMatch(/\p{L}/u);
    expect(formatsFor('ru').day('2026-11-05')).toMatch(/нояб/);
  });

  test('ago speaks in the largest whole unit; under a minute is now', () => {
    const now = new Date('2026-11-21T12:00:00.000Z');
    const ago = (iso: string) => formatsFor('en').ago(iso, now);
    expect(ago('2026-11-21T11:59:30.000Z')).toBe('now');
    expect(ago('2026-11-21T11:58:00.000Z')).toBe('2 minutes ago');
    expect(ago('2026-11-20T11:00:00.000Z')).toBe('yesterday');
  });

  test.each([
    ['en', 'A, B, C'],
    ['pl', 'A, B i C'],
    ['ru', 'A, B, C'],
    ['zh-CN', 'A、B、C'],
  ])('names one after another are parted as %s parts them', (language, expected) => {
    expect(formatsFor(language).list(['A', 'B', 'C'])).toBe(expected);
    expect(formatsFor(language).list([])).toBe('');
  });
});
