import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, zero } from '../money/exact';
import { decimal } from '../money/parse-decimal';
import { situations } from '../quote/arbitrary-situation.test-kit';
import { priceQuote } from '../quote/price-quote';
import { amendmentLine } from '../quote/contract-lines';
import { aBundle, aContract, aContractLine, aPricing, lines, type Situation } from '../quote/quote.test-kit';
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
            terms: { kind: 'one-time' },
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
  it('PR-113 leaves out alternatives that were not chosen, and the parts of a bundle that is', () => {
    const unchosen = { alternative: { group: 'g', chosen: false } };
    const order = orderOf({
      products: [{ sku: 'LIC-1' }, { sku: 'KIT', product: { bundle: aBundle([{ sku: 'LIC-1' }]) } }],
      quote: {
        items: lines(
          { alternative: { group: 'g', chosen: true } },
          { sku: 'KIT', ...unchosen },
          { component: { parentId: 'line-2', optionId: 'option-1' } },
        ),
      },
    });
    expect(order).toMatchObject({ ok: true, value: { lines: [{ lineId: 'line-1' }] } });
    expect(order.ok && order.value.lines).toHaveLength(1);
  });
  it('PR-113 orders all units that the bundles have, also of what is included', () => {
    const order = orderOf({
      products: [
        { sku: 'LIC-1' },
        {
          sku: 'KIT',
          product: { bundle: aBundle([{ sku: 'LIC-1' }, { sku: 'LIC-1', kind: 'included' }], {}) },
        },
      ],
      quote: {
        items: lines(
          { sku: 'KIT', quantity: '0.125' },
          { quantity: '2.5', component: { parentId: 'line-1', optionId: 'option-1' } },
          { quantity: '0.001', component: { parentId: 'line-1', optionId: 'option-2' } },
        ),
      },
    });
    expect(order.ok && order.value.lines.map(({ quantity, sellNet }) => [quantity, sellNet])).toEqual([
      ['0.125', '12.50'],
      ['0.3125', '31.25'],
      ['0.000125', '0.00'],
    ]);
    expect(order.ok && boundPart.safeParse(order.value).success).toBe(true);
  });
  it('PR-113 of a ramp orders the largest run, whatever stands in the quantity', () => {
    const ramp = [
      { months: 6, quantity: '2' },
      { months: 6, quantity: '4' },
    ];
    const ramped = (list: string) =>
      orderOf({
        products: [
          { sku: 'LIC-1', list, product: { charge: { kind: 'recurring', period: 'month', termMonths: 12 } } },
        ],
        quote: {
          items: lines({
            quantity: '0',
            term: { startsOn: null, end: { kind: 'months', months: 12 }, billing: 'upfront', ramp },
          }),
        },
      });
    expect(ramped('10')).toMatchObject({ value: { lines: [{ quantity: '4', sellNet: '360.00' }] } });
    // Without a price it is missed all the same.
    expect(ramped('odd')).toMatchObject({ error: { type: 'unpriced-lines' } });
  });
  it('PR-50, PR-113 orders a credit below zero', () => {
    const order = orderOf({
      products: [
        { sku: 'SUB-1', product: { charge: { kind: 'recurring', period: 'month', termMonths: 12 } } },
      ],
      policy: { creditReductions: true },
      terms: { contracts: [aContract()] },
      quote: {
        contractId: 'contract-1',
        items: [
          amendmentLine(aContractLine(), {
            id: 'line-1',
            action: 'reduce',
            quantity: '2',
            startsOn: '2026-10-01',
          }),
        ],
      },
    });
    expect(order).toMatchObject({
      ok: true,
      value: {
        lines: [{ quantity: '2', sellNet: '-60.00', buyNet: '-48.00' }],
        totals: { sellNet: '-60.00', gross: '-73.80', taxGroups: [{ net: '-60.00', tax: '-13.80' }] },
      },
    });
    expect(order.ok && boundPart.safeParse(order.value).success).toBe(true);
  });
  it('PR-113 a line of quantity 0 without a price is for information only', () => {
    const order = orderOf({ quote: { items: lines({}, { sku: 'GONE', quantity: '0' }) } });
    expect(order).toMatchObject({ ok: true, value: { lines: [{ lineId: 'line-1' }] } });
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
