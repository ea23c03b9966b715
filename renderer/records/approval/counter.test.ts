import { describe, expect, it } from 'vitest';
import { aQuote, aSection, lines } from '#shared/domain/quote/quote.test-kit';
import { counterBetween, counterChanges, isEmptyCounter, withCounter } from './counter';

const asked = aQuote({
  discountPercent: '5',
  items: [
    aSection(),
    ...lines({ discountPercent: '20' }, { discountPercent: '0' }, { discountPercent: '7.50' }),
  ],
});

describe('QUO-3 an approver offers other discounts', () => {
  it('names only what differs from what was asked, and 7.50 % is 7.5 %', () => {
    const after = withCounter(asked, {
      discountPercent: '5.0',
      lines: [
        { lineId: 'line-1', discountPercent: '12' },
        { lineId: 'line-3', discountPercent: '7.5' },
      ],
    });
    expect(counterBetween(asked, after)).toEqual({
      discountPercent: null,
      lines: [{ lineId: 'line-1', discountPercent: '12' }],
    });
  });

  it('shows old and new, the whole quote first, and leaves everything else of the quote alone', () => {
    const counter = {
      discountPercent: '2',
      lines: [
        { lineId: 'line-3', discountPercent: '6' },
        { lineId: 'line-1', discountPercent: '10' },
      ],
    };
    expect(counterChanges(asked, counter)).toEqual([
      { lineId: null, from: '5', to: '2' },
      { lineId: 'line-1', from: '20', to: '10' },
      { lineId: 'line-3', from: '7.50', to: '6' },
    ]);
    expect(withCounter(asked, counter).items[2]).toEqual(asked.items[2]);
  });

  it('says nothing about lines that were removed since, and knows when nothing is left to take over', () => {
    const gone = { discountPercent: null, lines: [{ lineId: 'line-9', discountPercent: '1' }] };
    expect(counterChanges(asked, gone)).toEqual([]);
    const counter = { discountPercent: '2', lines: [{ lineId: 'line-1', discountPercent: '10' }] };
    expect(counterChanges(withCounter(asked, counter), counter)).toEqual([]);
  });

  it('an offer equal to what was asked is no offer', () => {
    expect(isEmptyCounter(counterBetween(asked, asked))).toBe(true);
    expect(isEmptyCounter({ discountPercent: '0', lines: [] })).toBe(false);
  });
});
