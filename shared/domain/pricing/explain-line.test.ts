import { describe, expect, it } from 'vitest';
import { amountsOf, lines, price } from '../quote/quote.test-kit';
import { explainLine } from './explain-line';

describe('PR-26 explanation of a line', () => {
  const priced = price({ quote: { items: lines({}, { sku: 'GONE' }) } });
  it('has the steps of both waterfalls', () => {
    const { buySteps, sellSteps } = amountsOf(priced);
    expect(explainLine(priced, 'line-1')).toEqual({ ok: true, value: { buySteps, sellSteps } });
    expect(buySteps).not.toEqual([]);
  });
  it('of a line without a price, or one that is gone, there is none', () => {
    expect(explainLine(priced, 'line-2')).toEqual({ ok: false, error: { type: 'no-price' } });
    expect(explainLine(priced, 'line-3')).toEqual({ ok: false, error: { type: 'no-such-line' } });
  });
});
