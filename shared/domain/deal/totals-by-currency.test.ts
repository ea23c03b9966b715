import { describe, expect, it } from 'vitest';
import { totalsByCurrency } from './totals-by-currency';

describe('OPP-1 totals of estimates', () => {
  it('PR-1 sums each currency apart and exactly, where floats would not', () => {
    expect(
      totalsByCurrency([
        { amount: '0.1', currency: 'EUR' },
        { amount: '0.2', currency: 'EUR' },
        { amount: '9007199254740993', currency: 'CNY' },
      ]),
    ).toEqual([
      { currency: 'CNY', amount: '9007199254740993' },
      { currency: 'EUR', amount: '0.3' },
    ]);
  });

  it('of nothing are none', () => expect(totalsByCurrency([])).toEqual([]));
});
