import { describe, expect, it } from 'vitest';
import type { PricedQuote } from '#shared/domain/pricing/priced';
import { aLine, aPricedLine, aQuote } from '../a-quote.test-kit';
import { orderOf, statesOnTheWay } from './orderability';

const quote = aQuote({ state: 'presented', accountId: 'account-1', items: [aLine()] });
const priced: PricedQuote = {
  currency: 'EUR',
  source: { bookId: 'book-1', version: 1, name: 'Gold', conversion: null },
  breaches: [],
  lines: [aPricedLine()],
  totals: {
    list: '100.00',
    buy: '70.00',
    sell: '90.00',
    margin: '20.00',
    marginPercent: '22.222222',
    markupPercent: null,
    taxGroups: [{ category: 'standard', percent: '23', net: '90.00', tax: '20.70', reason: null }],
    tax: '20.70',
    gross: '110.70',
    optionalSell: '0.00',
    oneTimeSell: '90.00',
    recurringSell: '0.00',
    quoteDiscount: '0.00',
    usageSell: '0.00',
  },
  validity: { until: '2026-03-31', because: 'quote', name: '' },
};
const problems = (...args: Parameters<typeof orderOf>) => {
  const order = orderOf(...args);
  return order.ok ? 'none' : order.error.map(({ type }) => type).join(' ');
};

describe('ORD-1 ordering a quote', () => {
  it('PR-24, PR-60 orders no draft that is beyond policy, and what was let out without asking again', () => {
    const draft = { ...quote, state: 'draft' } as const;
    expect(problems(draft, priced, '2026-03-10', 0, 'needs-approval')).toBe('needs-approval');
    expect(problems(draft, priced, '2026-03-10', 0, 'blocked')).toBe('blocked');
    expect(problems({ ...quote, state: 'approved' }, priced, '2026-03-10', 0, 'needs-approval')).toBe('none');
  });

  it('binds the figures the customer saw (PR-33)', () => {
    const order = orderOf(quote, priced, '2026-03-10', 0);
    expect(order.ok && order.value).toMatchObject({
      lines: [{ sku: 'HS-EPP', sellNet: '90.00', buyNet: '70.00' }],
      totals: { sellNet: '90.00', tax: '20.70', gross: '110.70' },
    });
  });

  it('says everything that stands in the way at once', () => {
    expect(problems({ ...quote, accountId: null, items: [] }, priced, '2026-03-31', 2)).toBe(
      'no-customer unread-figures expired nothing-to-order',
    );
  });

  it('PR-31 counts the day it ends as over', () => {
    expect(problems(quote, priced, '2026-03-30', 0)).toBe('none');
    expect(problems(quote, priced, '2026-03-31', 0)).toBe('expired');
  });

  it('waits for prices, and names lines without one', () => {
    expect(problems(quote, null, '2026-03-10', 0)).toBe('no-prices');
    const unpriced: PricedQuote = {
      ...priced,
      lines: [
        {
          lineId: 'line-1',
          sku: 'HS-EPP',
          optional: false,
          status: 'problem',
          problem: { type: 'sku-not-in-book', sku: 'HS-EPP' },
        },
      ],
    };
    expect(problems(quote, unpriced, '2026-03-10', 0)).toBe('unpriced-lines');
  });

  it('refuses what is already ordered or was turned down', () => {
    expect(problems({ ...quote, state: 'ordered' }, priced, '2026-03-10', 0)).toBe('wrong-state');
    expect(problems({ ...quote, state: 'rejected' }, priced, '2026-03-10', 0)).toBe('wrong-state');
  });

  it('takes the steps up to acceptance on the way', () => {
    expect(statesOnTheWay('draft')).toEqual(['presented', 'accepted']);
    expect(statesOnTheWay('presented')).toEqual(['accepted']);
    expect(statesOnTheWay('accepted')).toEqual([]);
  });
});
