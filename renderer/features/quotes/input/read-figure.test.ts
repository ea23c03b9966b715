import { describe, expect, it } from 'vitest';
import { readPercent, readPrice, readQuantity } from './read-figure';

const english = { decimalComma: false };
const polish = { decimalComma: true };

describe('readQuantity', () => {
  it.each([
    ['5', '5'],
    ['007', '7'],
    ['2.50', '2.5'],
    ['2,5', '2.5'],
    ['1,000', '1000'],
    ['1 234,5', '1234.5'],
    ['1\u00A0234', '1234'],
    ["1'234", '1234'],
    ['1,234,567', '1234567'],
    ['1.234,5', '1234.5'],
    ['1,234.5', '1234.5'],
  ])('reads %s as %s', (text, value) => {
    expect(readQuantity(text, english)).toEqual({ ok: true, value });
  });

  it('takes a comma with three digits as the decimal mark where people write it so', () => {
    expect(readQuantity('1,125', polish)).toEqual({ ok: true, value: '1.125' });
  });

  it.each([
    ['abc', 'not-a-number'],
    ['', 'not-a-number'],
    ['5 pcs', 'not-a-number'],
    ['1,2,3', 'not-a-number'],
    ['12,34.5', 'not-a-number'],
    ['-1', 'negative'],
    ['\u22121', 'negative'],
    ['0', 'zero'],
    ['0.000', 'zero'],
    ['1e9', 'too-large'],
    ['1000000000', 'too-large'],
    ['1.2345', 'too-many-decimals'],
  ])('refuses %s as %s', (text, error) => {
    expect(readQuantity(text, english)).toEqual({ ok: false, error });
  });
});

describe('readPercent', () => {
  it.each([
    ['12.5 %', '12.5'],
    ['12,5%', '12.5'],
    ['100', '100'],
    ['', '0'],
    ['0', '0'],
  ])('reads %s as %s', (text, value) => {
    expect(readPercent(text, english)).toEqual({ ok: true, value });
  });

  it.each([
    ['101', 'too-large'],
    ['100.5', 'too-large'],
    ['-5', 'negative'],
    ['ten', 'not-a-number'],
    ['1.2345678', 'too-many-decimals'],
  ])('refuses %s as %s', (text, error) => {
    expect(readPercent(text, english)).toEqual({ ok: false, error });
  });
});

it('readPrice allows nothing to pay and six decimals (PR-1)', () => {
  expect(readPrice('0', english)).toEqual({ ok: true, value: '0' });
  expect(readPrice('1.123456', english)).toEqual({ ok: true, value: '1.123456' });
  expect(readPrice('1.1234567', english)).toEqual({ ok: false, error: 'too-many-decimals' });
});
