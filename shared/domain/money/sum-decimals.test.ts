import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumDecimals } from './sum-decimals';

describe('PR-3 a total is the exact sum of its parts', () => {
  it.each([
    [[], '0'],
    [['0.1', '0.2'], '0.3'],
    [['10.00', '-10'], '0'],
    [['999999999999999999.99', '0.01'], '1000000000000000000'],
    [['0.000000001', '1'], '1.000000001'],
    [['-0.05', '0.02'], '-0.03'],
  ])('%j make %s', (values, sum) => expect(sumDecimals(values)).toBe(sum));

  it('is the same in any order and any grouping', () => {
    const cents = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 50 }), (units) => {
        const texts = units.map((unit) => {
          const digits = String(unit < 0n ? -unit : unit).padStart(3, '0');
          return `${unit < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
        });
        const half = Math.floor(texts.length / 2);
        const whole = sumDecimals(texts);
        expect(sumDecimals(texts.toReversed())).toBe(whole);
        expect(sumDecimals([sumDecimals(texts.slice(0, half)), sumDecimals(texts.slice(half))])).toBe(whole);
      }),
    );
  });
});
