import { describe, expect, it } from 'vitest';
import type { Order } from '#shared/domain/order/order';
import { driftReport } from '#shared/domain/quote/price-drift';
import { aQuote, lines, price } from '#shared/domain/quote/quote.test-kit';
import { compareOrder, differs } from './order-lines';

const quote = aQuote({ items: lines({ id: 'a', sku: 'LIC-1', quantity: '2' }, { id: 'b', sku: 'LIC-2' }) });
const priced = (lists: Readonly<Record<string, string>>) =>
  price({ quote, products: Object.entries(lists).map(([sku, list]) => ({ sku, list })) });
const ordered: Order['lines'] = [
  { lineId: 'a', sku: 'LIC-1', description: 'One', quantity: '2', sellNet: '200.00', buyNet: '180.00' },
  { lineId: 'b', sku: 'LIC-2', description: 'Two', quantity: '1', sellNet: '50.00', buyNet: '45.00' },
];
const before = priced({ 'LIC-1': '100', 'LIC-2': '50' });

describe('PR-33 a refused order beside what the vendor says', () => {
  it('takes the figures of the newest book, and puts what differs first', () => {
    const drift = driftReport(quote, before, priced({ 'LIC-1': '100', 'LIC-2': '55' }));
    const rows = compareOrder(ordered, drift, null);
    expect(rows.map(({ lineId, now, difference }) => [lineId, now, difference])).toEqual([
      ['b', '55.00', '5'],
      ['a', '200.00', '0'],
    ]);
    expect(rows[0]?.drift?.reasons).toEqual([{ type: 'list', from: '50.00', to: '55.00' }]);
  });

  it('a product that is no longer in the book has no price, and stands first', () => {
    const drift = driftReport(quote, before, priced({ 'LIC-1': '101' }));
    expect(compareOrder(ordered, drift, null)[0]).toMatchObject({ lineId: 'b', now: null, difference: null });
  });

  it("the vendor's own figures count where it gave them; a line it did not name is as ordered", () => {
    const mismatch = {
      type: 'price-mismatch',
      client: '250',
      server: '240',
      currency: 'EUR',
      differences: [
        {
          lineId: 'a',
          sku: 'LIC-1',
          client: { sell: '200.00', buy: '180.00' },
          server: { sell: '190.00', buy: '171.00' },
          buySteps: [],
          sellSteps: [],
        },
      ],
    } as const;
    const rows = compareOrder(ordered, driftReport(quote, before, before), {
      ...mismatch,
      differences: [...mismatch.differences].map((line) => ({ ...line, buySteps: [], sellSteps: [] })),
    });
    expect(rows.map(({ lineId, now }) => [lineId, now])).toEqual([
      ['a', '190.00'],
      ['b', '50.00'],
    ]);
  });

  it('says when no price differs: then it was refused for its time', () => {
    expect(differs(compareOrder(ordered, driftReport(quote, before, before), null))).toBe(false);
    expect(differs(compareOrder(ordered, null, null))).toBe(true);
  });
});
