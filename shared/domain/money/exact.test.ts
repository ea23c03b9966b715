import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { add, compare, divide, multiply, subtract, zero } from './exact';
import { formatRounded, formatScaled, trimDecimals } from './format-decimal';
import { decimal, parseDecimal } from './parse-decimal';
import { lessPercent, percentOf, plusPercent } from './percent';

const decimals = fc
  .tuple(fc.bigInt(-(10n ** 18n), 10n ** 18n), fc.integer({ min: 0, max: 9 }))
  .map(([units, places]) => formatScaled(units, places));

describe('PR-1 exact numbers', () => {
  it('0.1 + 0.2 is 0.3', () => {
    expect(compare(add(decimal('0.1'), decimal('0.2')), decimal('0.3'))).toBe(0);
  });
  it('1.005 rounds half-up to 1.01, which no binary float does', () => {
    expect(formatRounded(decimal('1.005'), 2, 'half-up')).toBe('1.01');
  });
  it('100 / 0.7 stays exact until it is rounded: times 0.7 it is 100 again', () => {
    const price = divide(decimal('100'), decimal('0.7'));
    expect(formatRounded(price, 6, 'down')).toBe('142.857142');
    expect(compare(multiply(price, decimal('0.7')), decimal('100'))).toBe(0);
  });
  it('12.5 % of 80 is 10, less it 70, plus it 90', () => {
    const [eighty, percent] = [decimal('80'), decimal('12.5')];
    expect(compare(percentOf(eighty, percent), decimal('10'))).toBe(0);
    expect(compare(lessPercent(eighty, percent), decimal('70'))).toBe(0);
    expect(compare(plusPercent(eighty, percent), decimal('90'))).toBe(0);
  });
  it('dividing by a negative keeps the denominator positive, by zero is refused', () => {
    expect(divide(decimal('1'), decimal('-2')).d > 0n).toBe(true);
    expect(compare(divide(decimal('1'), decimal('-2')), decimal('-0.5'))).toBe(0);
    expect(() => divide(decimal('1'), zero)).toThrow(RangeError);
  });
  it.each(['', 'abc', '1,5', '1e9', '.5', '5.', '1 000', '--1', 'NaN', 'Infinity', '0x10', '１'])(
    '%j is no decimal',
    (text) => {
      expect(parseDecimal(text)).toBeUndefined();
      expect(() => decimal(text)).toThrow(RangeError);
    },
  );
  it('keeps every digit of what it reads', () => {
    fc.assert(
      fc.property(decimals, (text) => {
        const places = text.split('.')[1]?.length ?? 0;
        expect(formatRounded(decimal(text), places, 'down')).toBe(text === '-0' ? '0' : text);
      }),
    );
  });
  it('takes back what it adds, and divides what it multiplies', () => {
    fc.assert(
      fc.property(decimals, decimals, (left, right) => {
        const [a, b] = [decimal(left), decimal(right)];
        fc.pre(b.n !== 0n);
        expect(compare(subtract(add(a, b), b), a)).toBe(0);
        expect(compare(divide(multiply(a, b), b), a)).toBe(0);
      }),
    );
  });
  it('trims zeros, but not below the decimals wanted', () => {
    expect(trimDecimals('120.500000', 2)).toBe('120.50');
    expect(trimDecimals('120.000000', 0)).toBe('120');
    expect(trimDecimals('142.857143', 2)).toBe('142.857143');
    expect(trimDecimals('1200', 2)).toBe('1200');
  });
  it('writes negatives below one with their zero', () => {
    expect(formatScaled(-5n, 2)).toBe('-0.05');
    expect(formatScaled(0n, 3)).toBe('0.000');
    expect(formatScaled(-7n, 0)).toBe('-7');
  });
});
