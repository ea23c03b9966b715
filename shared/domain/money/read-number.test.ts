import { describe, expect, it } from 'vitest';
import { parseInput } from './parse-input';
import { readNumber } from './read-number';

describe('PR-114 reading a number', () => {
  it.each([
    ['1234,567', '1234.567'],
    ['1,2345', '1.2345'],
    ['12,345', '12345'],
    ['123,456', '123456'],
    ['0,125', '0.125'],
    ['1E+03', '1000'],
    ['12e1', '120'],
    ['0.05e1', '0.5'],
    ['0.005e3', '5'],
    ['0.0005e3', '0.5'],
    ['0e5', '0'],
    ['1.5e0', '1.5'],
    ['000', '0'],
    ['1’234’567', '1234567'],
  ])('%j is %s in English', (text, value) => {
    expect(readNumber(text, 'en')).toBe(value);
  });
  it.each(['', '1.234,567,8', '1 234 56', '1 23 456', 'a1e3', '1e3a', '1e333', '1,23,456'])(
    '%j is none',
    (text) => {
      expect(readNumber(text, 'en')).toBeUndefined();
    },
  );
});

describe('PR-114 a field takes', () => {
  it('its largest value, and nothing above', () => {
    expect(parseInput('9999999', 'quantity', 'en')).toEqual({ ok: true, value: '9999999' });
    expect(parseInput('9999999.001', 'quantity', 'en')).toMatchObject({ error: { type: 'too-large' } });
    expect(parseInput('100', 'percent', 'en')).toEqual({ ok: true, value: '100' });
    expect(parseInput('9999', 'markup', 'en')).toEqual({ ok: true, value: '9999' });
  });
  it('a sign only at the ends, and only its own', () => {
    for (const text of ['€12.50', '12.50€', '€  12.50', '12.50  €']) {
      expect(parseInput(text, 'price', 'en')).toEqual({ ok: true, value: '12.5' });
    }
    const noNumber = { ok: false, error: { type: 'not-a-number' } };
    expect(parseInput('5€5', 'price', 'en')).toEqual(noNumber);
    expect(parseInput('€5', 'quantity', 'en')).toEqual(noNumber);
    expect(parseInput('5%5', 'percent', 'en')).toEqual(noNumber);
    expect(parseInput('5%', 'price', 'en')).toEqual(noNumber);
  });
});
