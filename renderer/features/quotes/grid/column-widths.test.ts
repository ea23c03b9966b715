import { expect, it } from 'vitest';
import type { PricedLine } from '#shared/domain/pricing/priced';
import { amountWidths, columnWidths } from './column-widths';

const line = (sellLine: string): PricedLine => ({
  lineId: 'line-1',
  sku: 'HS-EPP',
  optional: false,
  status: 'priced',
  amounts: {
    listUnit: '1',
    buyUnit: '1',
    sellUnit: '1',
    listLine: '1.00',
    buyLine: '1.00',
    sellLine,
    margin: '0.00',
    marginPercent: '0',
    charge: { kind: 'one-time' },
    buySteps: [],
    sellSteps: [],
    overMaxDiscount: false,
  },
});

it('a column is as wide as its longest amount needs, and no narrower than usual', () => {
  const usual = amountWidths([line('12.00')], null);
  const long = amountWidths([line('12.00'), line('123456789.00')], null);
  expect(amountWidths([], null)).toEqual(usual);
  expect(long.total).toBeGreaterThanOrEqual(14 * 7.3);
  expect(long).toMatchObject({ list: usual.list, buy: usual.buy });
});

it('fills the width there is, with and without the columns the customer must not see', () => {
  const amounts = amountWidths([], null);
  for (const customerView of [false, true]) {
    const { buy, margin, ...others } = columnWidths(1_400, amounts, customerView);
    const shown = [...Object.values(others), ...(customerView ? [] : [buy, margin])];
    expect(shown.reduce((sum, width) => sum + width, 0)).toBe(1_400);
  }
});
