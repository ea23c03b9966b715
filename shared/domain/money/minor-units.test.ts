import { describe, expect, it } from 'vitest';
import { minorUnitsByCurrency } from './iso-4217';
import { formatScaled } from './format-decimal';
import { minorUnits, toMinor } from './minor-units';
import { decimal } from './parse-decimal';

describe('PR-2 minor units by ISO 4217', () => {
  it.each([
    ['JPY', 0],
    ['EUR', 2],
    ['PLN', 2],
    ['CNY', 2],
    ['HUF', 2],
    ['KWD', 3],
    ['CLF', 4],
    // Where everyday formatting data (CLDR) leaves the minor unit out, ISO 4217 still has it.
    ['IDR', 2],
    ['IQD', 3],
  ])('%s has %i', (currency, decimals) => {
    expect(minorUnits(currency)).toBe(decimals);
  });
  it('PR-101 takes two for a code it does not know', () => {
    expect(minorUnits('ZZZ')).toBe(2);
  });
  it('lists each code once, and every one is three capitals', () => {
    const codes = [...minorUnitsByCurrency.keys()];
    expect(codes.length).toBeGreaterThan(160);
    expect(codes.filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([]);
  });
  it('rounds an amount to what the currency can pay', () => {
    const inCurrency = (text: string, currency: string) => {
      const digits = minorUnits(currency);
      return formatScaled(toMinor(decimal(text), digits, 'half-up'), digits);
    };
    expect(inCurrency('142.857142', 'JPY')).toBe('143');
    expect(inCurrency('142.857142', 'EUR')).toBe('142.86');
    expect(inCurrency('142.857142', 'KWD')).toBe('142.857');
  });
});
