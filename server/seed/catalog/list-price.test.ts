import { expect, test } from 'vitest';
import { listPrice, toMillionths } from './list-price';

test('a list price is the base times its factors, in a round figure of its size', () => {
  expect(listPrice(toMillionths('21.00'), [900, 920], 'EUR')).toBe('17.40');
  expect(listPrice(toMillionths('98.00'), [], 'EUR')).toBe('98.00');
  expect(listPrice(toMillionths('340.00'), [1750, 1300], 'EUR')).toBe('774.00');
  expect(listPrice(toMillionths('7900.00'), [1350], 'EUR')).toBe('10665.00');
  expect(listPrice(toMillionths('41500.00'), [5600], 'EUR')).toBe('232400.00');
});

test('other currencies convert before rounding', () => {
  expect(listPrice(toMillionths('21.00'), [], 'PLN')).toBe('90.50');
  expect(listPrice(toMillionths('21.00'), [], 'CNY')).toBe('166.00');
});

test('usage rates keep four decimals', () => {
  expect(listPrice(toMillionths('0.0035'), [1120], 'EUR')).toBe('0.0039');
  expect(listPrice(toMillionths('0.021'), [], 'USD')).toBe('0.0231');
});
