import { describe, expect, it } from 'vitest';
import { anAccount } from '#shared/domain/quote/quote.test-kit';
import { subjectsOf } from './subjects';

const nothing = { leads: [], opportunities: [], requests: [], quotes: [], orders: [] };
const own = { accountId: 'a1', ownerId: 'anna' };
const anOrder = { quoteNumber: 'Q-1', quoteId: 'q1', accountId: 'a1' };
const company = { ...anAccount(), segment: 'mid-market' as const };

describe('OPP-6 what is talked about', () => {
  it('is called as people call it: a lead by the company, a registration by its customer, an order by the vendor’s number once it has one', () => {
    const subjects = subjectsOf(
      {
        leads: [{ id: 'l1', company, ownerId: null }],
        opportunities: [{ ...own, id: 'o1', name: 'New office' }],
        requests: [{ ...own, id: 'r1' }],
        quotes: [{ ...own, id: 'q1', number: 'Q-1' }],
        orders: [
          { ...anOrder, id: 'x1', vendorOrderNumber: 'VO-7' },
          { ...anOrder, id: 'x2', vendorOrderNumber: null },
        ],
      },
      'anna',
    );
    expect([...subjects].map(([key, { name }]) => [key, name])).toEqual([
      ['lead:l1', company.name],
      ['opportunity:o1', 'New office'],
      ['registrationRequest:r1', null],
      ['quote:q1', 'Q-1'],
      ['order:x1', 'VO-7'],
      ['order:x2', 'Q-1'],
    ]);
  });

  it('is mine when I own it, an order when I own its quote', () => {
    const quotes = [
      { ...own, id: 'q1', number: 'Q-1' },
      { ...own, id: 'q2', number: 'Q-2', ownerId: 'felix' },
    ];
    const orders = ['q1', 'q2', 'gone'].map((quoteId) => ({
      ...anOrder,
      id: `of-${quoteId}`,
      quoteId,
      vendorOrderNumber: null,
    }));
    const subjects = subjectsOf({ ...nothing, quotes, orders }, 'anna');
    expect([...subjects].filter(([, { isMine }]) => isMine).map(([key]) => key)).toEqual([
      'quote:q1',
      'order:of-q1',
    ]);
  });
});
