import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { percentSchema, priceSchema, quantitySchema } from './amount';
import { formatScaled, trimDecimals } from './format-decimal';
import { parseInput, type InputKind } from './parse-input';

const read = (text: string, kind: InputKind = 'price', locale = 'en') => {
  const result = parseInput(text, kind, locale);
  return result.ok ? result.value : result.error;
};

describe('PR-114 numbers as people type them', () => {
  it.each([
    ['5', '5'],
    ['0', '0'],
    ['-0', '0'],
    ['007', '7'],
    ['.5', '0.5'],
    [',5', '0.5'],
    ['1234.50', '1234.5'],
    [' 12 ', '12'],
    ['1 234,50', '1234.5'],
    ['1\u00a0234,50', '1234.5'],
    ['1\u202f234\u202f567,5', '1234567.5'],
    ["1'234.50", '1234.5'],
    ['1,234.50', '1234.5'],
    ['1.234,50', '1234.5'],
    ['1,234,567', '1234567'],
    ['1.234.567', '1234567'],
    ['0,125', '0.125'],
    ['1,5', '1.5'],
    ['１２．５', '12.5'],
    ['1E+03', '1000'],
    ['1.25e1', '12.5'],
    ['€ 12.50', '12.5'],
    ['12,50 ₽', '12.5'],
  ])('%j is %s in any language', (text, value) => {
    for (const locale of ['en', 'pl', 'ru', 'zh-CN']) expect(read(text, 'price', locale)).toBe(value);
  });

  it('what only the language can tell: 1,234 groups in English and Chinese, 1.234 in German', () => {
    expect(['en', 'zh-CN', 'pl', 'ru', 'de'].map((locale) => read('1,234', 'price', locale))).toEqual([
      '1234',
      '1234',
      '1.234',
      '1.234',
      '1.234',
    ]);
    expect(['en', 'pl', 'de'].map((locale) => read('1.234', 'price', locale))).toEqual([
      '1.234',
      '1.234',
      '1234',
    ]);
  });

  it.each([
    'abc',
    '1..2',
    '1,2,3',
    '12 34',
    '1 2345',
    '1,234 567',
    '12%',
    '5 pieces',
    '<b>5</b>',
    '1e',
    'e9',
    '--5',
    '5-',
    '.',
    '١',
  ])('%j is not a number, and is not guessed at', (text) => {
    expect(read(text, 'quantity')).toEqual({ type: 'not-a-number' });
  });
  it.each(['', '   ', '\u00a0'])('%j is empty', (text) => {
    expect(read(text, 'quantity')).toEqual({ type: 'empty' });
  });
  it('percentages may carry their sign, and end at 100', () => {
    expect(read('12%', 'percent')).toBe('12');
    expect(read('12,5 %', 'percent', 'pl')).toBe('12.5');
    expect(read('12％', 'percent', 'zh-CN')).toBe('12');
    expect(read('%', 'percent')).toEqual({ type: 'empty' });
    expect(read('100.5', 'percent')).toEqual({ type: 'too-large', max: '100' });
    expect(read('250%', 'markup')).toBe('250');
  });
  it('says which limit is passed, and never rounds', () => {
    expect(read('1e9', 'quantity')).toEqual({ type: 'too-large', max: '9999999' });
    expect(read('1e99', 'quantity')).toEqual({ type: 'too-large', max: '9999999' });
    expect(read('1.2345', 'quantity')).toEqual({ type: 'too-many-decimals', max: 3 });
    expect(read('1.2340', 'quantity')).toBe('1.234');
    expect(read('0.0000001', 'price')).toEqual({ type: 'too-many-decimals', max: 6 });
    expect(read('-5', 'quantity')).toEqual({ type: 'negative' });
    expect(read('\u22125', 'quantity')).toEqual({ type: 'negative' });
  });
  it('takes 10,000 characters of anything without a stall', () => {
    expect(read('1'.repeat(10_000), 'quantity')).toEqual({ type: 'too-large', max: '9999999' });
    expect(read('1 '.repeat(5_000), 'quantity')).toEqual({ type: 'not-a-number' });
  });

  const schemas = { quantity: quantitySchema, price: priceSchema, percent: percentSchema };
  it('whatever is read, the schemas take', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789., e-+%\u00a0'.split('')), maxLength: 12 }),
        fc.constantFrom('quantity', 'price', 'percent'),
        fc.constantFrom('en', 'pl', 'ru', 'zh-CN'),
        (text, kind, locale) => {
          const result = parseInput(text, kind, locale);
          fc.pre(result.ok);
          expect(schemas[kind].safeParse(result.value).success).toBe(true);
        },
      ),
    );
  });
  it('reads back what Intl writes in each language', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 15n),
        fc.constantFrom('en', 'pl', 'ru', 'zh-CN', 'de'),
        (units, locale) => {
          const text = formatScaled(units, 2);
          const written = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(
            text as `${number}`,
          );
          expect(read(written, 'price', locale)).toBe(trimDecimals(text, 0));
        },
      ),
    );
  });
});
