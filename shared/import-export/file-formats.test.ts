import { describe, expect, it } from 'vitest';
import { guessFormats, readDay, readDecimal } from './file-formats';
import { textCell } from './table';

describe("days in the file's own way of writing", () => {
  it.each([
    ['31.12.2026', 'day-first', '2026-12-31'],
    ['12/31/2026', 'month-first', '2026-12-31'],
    ['12/31/2026', 'day-first', '2026-12-31'],
    ['01/02/2026', 'day-first', '2026-02-01'],
    ['01/02/2026', 'month-first', '2026-01-02'],
    ['2026-12-31', 'day-first', '2026-12-31'],
    ['2026/1/5', 'day-first', '2026-01-05'],
    ['2026年12月31日', 'day-first', '2026-12-31'],
    ['31.12.26', 'day-first', '2026-12-31'],
    ['31.12.2026 14:30', 'day-first', '2026-12-31'],
    ['2026-12-31T10:00:00Z', 'day-first', '2026-12-31'],
    ['31.02.2026', 'day-first', undefined],
    ['٣١/١٢/٢٠٢٦', 'day-first', '2026-12-31'],
    ['２０２６年１２月３１日', 'day-first', '2026-12-31'],
    ['29.02.2027', 'day-first', undefined],
    ['soon', 'day-first', undefined],
    ['46022', 'day-first', undefined],
  ] as const)('%s (%s) is %s', (text, days, expected) => {
    expect(readDay(textCell(text), { days })).toBe(expected);
  });
  it('a spreadsheet says a day itself', () => {
    expect(readDay({ type: 'day', day: '2026-12-31' }, { days: 'day-first' })).toBe('2026-12-31');
  });
  it.each([
    ['46387', false, '2026-12-31'],
    ['46387.99', false, '2026-12-31'],
    ['44925', true, '2026-12-31'],
    ['2026', false, undefined],
    ['1e300', false, undefined],
  ] as const)('or the number that it counts: %s (from 1904: %s) is %s', (number, from1904, expected) => {
    expect(readDay({ type: 'number', number }, { days: 'day-first' }, from1904)).toBe(expected);
  });
});

describe("amounts in the file's own way of writing", () => {
  it.each([
    ['1.234,56', ',', '1234.56'],
    ['1,234.56', '.', '1234.56'],
    ['1.234', ',', '1234'],
    ['1.234', '.', '1.234'],
    ['1 234,5', ',', '1234.5'],
    ['€ 1.234,56', ',', '1234.56'],
    ['1 234,56 zł', ',', '1234.56'],
    ['EUR 99.90', '.', '99.90'],
    ['EUR99.90', '.', '99.90'],
    ['١٢٣٤٫٥', '.', '1234.5'],
    ['\u200F۱۲۳٬۴۵۶', ',', '123456'],
    ['१२३४.५०', '.', '1234.50'],
    ['１２３４．５', '.', '1234.5'],
    ['1 234 567,5 р.', ',', '1234567.5'],
    ['-5', '.', undefined],
    ['1.2.3', '.', undefined],
    ['many', '.', undefined],
  ] as const)('%s with %s before decimals is %s', (text, decimal, expected) => {
    expect(readDecimal(textCell(text), { decimal })).toBe(expected);
  });
  it('a spreadsheet’s number is what it is, whatever the file’s texts write', () => {
    expect(readDecimal({ type: 'number', number: '1.234' }, { decimal: ',' })).toBe('1.234');
    expect(readDecimal({ type: 'number', number: '-1' }, { decimal: ',' })).toBeUndefined();
  });
});

describe('what a file tells of its formats', () => {
  it.each([
    [['12,50', '1.234,56'], 'en', ','],
    [['12.50', '1,234.56'], 'pl', '.'],
    [['12.50 EUR'], 'pl', '.'],
    [['100'], 'pl', ','],
    [['1.234'], 'pl', ','],
    [['100'], 'en', '.'],
  ] as const)('%j read by %s has decimals after "%s"', (amounts, locale, decimal) => {
    expect(guessFormats({ amounts, days: [] }, locale).decimal).toBe(decimal);
  });
  it('a 13th month is a day', () => {
    expect(guessFormats({ amounts: [], days: ['01/02/2026', '12/31/2026'] }, 'pl').days).toBe('month-first');
    expect(guessFormats({ amounts: [], days: ['01/02/2026', '31/12/2026'] }, 'en').days).toBe('day-first');
  });
});
