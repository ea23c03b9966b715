import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, zero } from '../money/exact';
import { decimal } from '../money/parse-decimal';
import { situations } from '../quote/arbitrary-situation.test-kit';
import { priceQuote } from '../quote/price-quote';
import { aPricing, lines, type Situation } from '../quote/quote.test-kit';
import { orderSchema } from './order';
import { orderFromQuote } from './order-from-quote';

const orderOf = (situation: Situation) => {
  const input = aPricing(situation);
  return orderFromQuote(input.quote, priceQuote(input));
};
const boundPart = orderSchema.pick({ lines: true, totals: true });

describe('PR-33 the order of a quote', () => {
  it('binds the lines and totals the customer saw', () => {
    const items = lines({ quantity: '3', description: 'Licence for the office' });
    expect(orderOf({ quote: { items, discountPercent: '10' } })).toEqual({
      ok: true,
      value: {
        lines: [
          {
            lineId: 'line-1',
            sku: 'LIC-1',
            description: 'Licence for the office',
            quantity: '3',
            sellNet: '270.00',
            buyNet: '300.00',
          },
        ],
        totals: {
          sellNet: '270.00',
          tax: '62.10',
          gross: '332.10',
          buyNet: '300.00',
          taxGroups: [{ category: 'standard', percent: '23', net: '270.00', tax: '62.10' }],
        },
      },
    });
  });
  it('PR-113 leaves out optional lines and lines of quantity 0', () => {
    const order = orderOf({ quote: { items: lines({}, { optional: true }, { quantity: '0.000' }) } });
    expect(order).toMatchObject({
      ok: true,
      value: { lines: [{ lineId: 'line-1' }], totals: { sellNet: '100.00' } },
    });
    expect(order.ok && order.value.lines.length).toBe(1);
  });
  it('PR-113 orders usage with nothing committed', () => {
    const order = orderOf({
      products: [{ sku: 'USE-1', list: '0.05', product: { charge: { kind: 'usage' } } }],
      quote: { items: lines({ sku: 'USE-1', quantity: '1000' }) },
    });
    expect(order).toMatchObject({
      ok: true,
      value: { lines: [{ quantity: '1000', sellNet: '0.00', buyNet: '0.00' }], totals: { gross: '0.00' } },
    });
  });

  it('refuses lines without a price, and names them all; an optional one does not matter', () => {
    expect(
      orderOf({ quote: { items: lines({ sku: 'A' }, {}, { sku: 'B' }, { sku: 'C', optional: true }) } }),
    ).toEqual({
      ok: false,
      error: { type: 'unpriced-lines', lineIds: ['line-1', 'line-3'], skus: ['A', 'B'] },
    });
    expect(orderOf({ quote: { items: lines({}, { sku: 'C', optional: true }) } }).ok).toBe(true);
  });
  it('refuses prices of another state of the quote', () => {
    const input = aPricing();
    const priced = priceQuote(input);
    const grown = { ...input.quote, items: lines({ id: 'other' }) };
    expect(orderFromQuote(grown, priced)).toMatchObject({ ok: false, error: { type: 'unpriced-lines' } });
  });
  it('refuses a quote with nothing to order', () => {
    expect(orderOf({ quote: { items: [] } })).toEqual({ ok: false, error: { type: 'nothing-to-order' } });
    expect(orderOf({ quote: { items: lines({ optional: true }) } })).toMatchObject({ ok: false });
  });
  it('refuses figures longer than an order can carry', () => {
    const order = orderOf({
      products: [{ sku: 'LIC-1', list: '9'.repeat(18) }],
      quote: { items: lines({ quantity: '1000' }) },
    });
    expect(order).toEqual({ ok: false, error: { type: 'amount-too-large' } });
  });

  it('is always what the order schema wants, and its totals are the sums of its lines', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const order = orderOf(situation);
        fc.pre(order.ok);
        expect(boundPart.parse(order.value)).toEqual(order.value);
        for (const figure of ['sellNet', 'buyNet'] as const) {
          const sum = order.value.lines.map((line) => decimal(line[figure])).reduce(add, zero);
          expect(compare(sum, decimal(order.value.totals[figure]))).toBe(0);
        }
      }),
    );
  });
});
