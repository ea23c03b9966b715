import { expect, it } from 'vitest';
import { aPricedLine } from '../a-quote.test-kit';
import { amountWidths, columnWidths } from './column-widths';

const line = (sellLine: string) => aPricedLine({ sellLine });

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

it('a narrow grid lets go of what the panel beside it tells, before anything must be scrolled to', () => {
  const amounts = amountWidths([], null);
  const shown = (available: number) =>
    Object.entries(columnWidths(available, amounts, false)).flatMap(([column, width]) =>
      width > 0 ? [column] : [],
    );
  const everything = shown(1_400);
  const without = (...gone: string[]) => everything.filter((column) => !gone.includes(column));
  expect(everything).toHaveLength(11);
  expect(shown(870)).toEqual(without('charge'));
  expect(shown(728)).toEqual(without('charge', 'list', 'buy'));
  expect(shown(300)).toEqual(without('charge', 'list', 'buy'));
});

it('a long quantity and a rate of many decimals are wholly seen', () => {
  const usual = amountWidths([], null, ['5']);
  expect(amountWidths([], null, ['1234567.5']).quantity).toBeGreaterThanOrEqual(11 * 7.3);
  const rate = line('12.00');
  if (rate.status !== 'priced') throw new Error('the line has a price');
  const rated = { ...rate, amounts: { ...rate.amounts, sellUnit: '1234.004225' } };
  expect(amountWidths([rated], null).net).toBeGreaterThan(usual.net);
});
