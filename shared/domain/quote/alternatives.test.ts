import { describe, expect, it } from 'vitest';
import { alternativeProblems } from './alternatives';
import { aQuote, lines, price } from './quote.test-kit';

const choice = (group: string, chosen: boolean) => ({ alternative: { group, chosen } });

describe('PR-158 alternatives', () => {
  it('only the chosen one is in the totals; the others are priced as if they were', () => {
    const priced = price({
      quote: {
        discountPercent: '10',
        items: lines({ ...choice('a', true), quantity: '2' }, choice('a', false), {}),
      },
      policy: {
        volumeSchedules: [
          { id: 'volume', scope: 'family', family: null, bands: [{ from: '4', percent: '50' }] },
        ],
      },
    });
    expect(priced.lines.map(({ optional }) => optional)).toEqual([false, true, false]);
    expect(priced.totals).toMatchObject({ sell: '270.00', buy: '300.00', optionalSell: '100.00' });
    expect(priced.lines[1]).toMatchObject({ amounts: { buyUnit: '50.00' } });
  });
  it('a chosen line can still be optional', () => {
    const priced = price({ quote: { items: lines({ ...choice('a', true), optional: true }) } });
    expect(priced.totals).toMatchObject({ sell: '0.00', optionalSell: '100.00' });
  });
  it('of each group exactly one is chosen, or the group is named with why', () => {
    const quote = aQuote({
      items: lines(
        choice('a', true),
        choice('b', false),
        choice('a', false),
        choice('c', true),
        choice('b', false),
        choice('c', true),
        {},
        { alternative: null },
      ),
    });
    expect(alternativeProblems(quote)).toEqual([
      { group: 'b', why: 'none-chosen', lineIds: ['line-2', 'line-5'] },
      { group: 'c', why: 'several-chosen', lineIds: ['line-4', 'line-6'] },
    ]);
    expect(alternativeProblems(aQuote())).toEqual([]);
  });
});
