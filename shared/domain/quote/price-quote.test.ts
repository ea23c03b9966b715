import { describe, expect, it } from 'vitest';
import { anAgreement, lines, price } from './quote.test-kit';

describe('priceQuote, the whole way', () => {
  it('PR-20 PR-3 PR-40 prices list, discounts, totals and tax', () => {
    const priced = price({
      quote: {
        discountPercent: '10',
        items: lines({ quantity: '3', discountPercent: '5' }, { quantity: '1' }),
      },
      agreements: [anAgreement()],
    });
    expect(priced.totals).toMatchObject({
      list: '400.00',
      buy: '380.00',
      quoteDiscount: '38.50',
      sell: '346.50',
      tax: '79.70',
      gross: '426.20',
      margin: '-33.50',
    });
  });
});
