import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  currencySchema,
  decimalSchema,
  exchangeRateSchema,
  nonNegativeDecimalSchema,
  percentSchema,
  priceSchema,
  quantitySchema,
  upliftSchema,
} from './amount';
import { roundingModeSchema } from './rounding-mode';

const digits = (count: number) => '9'.repeat(count);

/** Of each schema: what it takes, what it refuses, and what it calls a text that it refuses. */
const cases: readonly {
  readonly name: string;
  readonly schema: z.ZodType<string>;
  readonly takes: readonly string[];
  readonly refuses: readonly string[];
  readonly says: string;
}[] = [
  {
    name: 'a decimal has up to 18 whole digits and 9 decimals, and may be negative',
    schema: decimalSchema,
    takes: ['0', '-0.5', '10', '1234.50', digits(18), `-${digits(18)}.${digits(9)}`, '0.000000001'],
    refuses: [digits(19), `1.${digits(10)}`, '+1', '--1', '- 1'],
    says: 'not a decimal',
  },
  {
    name: 'a non-negative decimal has no sign',
    schema: nonNegativeDecimalSchema,
    takes: ['0', '10', '1234.50', digits(18), `0.${digits(9)}`],
    refuses: [digits(19), `1.${digits(10)}`, '-1', '-0'],
    says: 'not a non-negative decimal',
  },
  {
    name: 'a unit price has up to 6 decimals',
    schema: priceSchema,
    takes: ['0', '0.000001', '100.00', digits(18), `1.${digits(6)}`],
    refuses: [digits(19), `1.${digits(7)}`, '-1'],
    says: 'not a price',
  },
  {
    name: 'a quantity has up to 3 decimals and stays below ten million',
    schema: quantitySchema,
    takes: ['0', '0.125', '12', '9999999', '9999999.999'],
    refuses: ['10000000', '1.2345', '-1'],
    says: 'not a quantity',
  },
  {
    name: 'a percentage lies between 0 and 100, with up to 6 decimals',
    schema: percentSchema,
    takes: ['0', '5', '12.5', '99.999999', '100', '100.0', '100.000000'],
    refuses: ['101', '100.1', '100.000001', '100.0000000', '12.1234567', '-1', '1000'],
    says: 'not a percentage from 0 to 100',
  },
  {
    name: 'a percentage on top may exceed 100',
    schema: upliftSchema,
    takes: ['0', '7', '30', '250.5', '9999', '9999.999999'],
    refuses: ['10000', '1.1234567', '-1'],
    says: 'not a percentage on top',
  },
  {
    name: 'an exchange rate is more than zero',
    schema: exchangeRateSchema,
    takes: ['1', '10', '4.2567', '0.000000001', '0.5', '999999999', `1.${digits(9)}`, '10.0'],
    refuses: ['0', '0.0', '0.000', '00', '1000000000', `1.${digits(10)}`, '-1'],
    says: 'not an exchange rate',
  },
  {
    name: 'a currency is three capitals',
    schema: currencySchema,
    takes: ['EUR', 'JPY', 'ZZZ'],
    refuses: ['eur', 'EURO', 'EU', 'E', 'xEUR', '€'],
    says: 'not a currency code',
  },
];

describe('PR-1 figures in files and on the wire', () => {
  it.each(cases)('$name', ({ schema, takes, refuses, says }) => {
    expect(takes.filter((text) => !schema.safeParse(text).success)).toEqual([]);
    const noFigures = ['', ' ', 'x', '1,5', '1e3', '.5', '5.', '1.5.5', 'x1', '1x', ' 1', '1 ', '1\n', 'NaN'];
    expect([...refuses, ...noFigures].filter((text) => schema.safeParse(text).success)).toEqual([]);
    expect(schema.safeParse('x').error?.issues[0]?.message).toBe(says);
    // A JSON number has gone through binary floating point before anyone sees it.
    expect(schema.safeParse(1).success).toBe(false);
  });
  it('have no needless zeros in front', () => {
    for (const schema of [decimalSchema, priceSchema, quantitySchema, upliftSchema]) {
      expect(schema.safeParse('01').success).toBe(false);
    }
  });
});

describe('PR-2', () => {
  it('names four rounding modes and no other', () => {
    expect(
      ['half-up', 'half-even', 'up', 'down', 'nearest', ''].map(
        (mode) => roundingModeSchema.safeParse(mode).success,
      ),
    ).toEqual([true, true, true, true, false, false]);
  });
});
