/** The worked examples of docs/spec/pricing.md that are in scope, by their numbers. */
import { describe, expect, it } from 'vitest';
import type { WaterfallStep } from '../pricing/policy';
import { amountsOf, anAgreement, lines, price } from './quote.test-kit';

const tierThenAgreement = (basis: WaterfallStep['basis']) =>
  price({
    products: [{ sku: 'LIC-1', list: '1000.00' }],
    policy: {
      buySteps: [
        { step: 'tier', basis, bestOf: null },
        { step: 'agreement', basis, bestOf: null },
      ],
      tierDiscounts: [{ tier: 'gold', family: null, percent: '20' }],
    },
    agreements: [anAgreement({ discounts: [{ family: null, sku: null, percent: '10' }] })],
  });

describe('worked examples', () => {
  it('1 (PR-20, PR-21): 20 % then 10 % on 1,000.00 is 720.00 on the running price, 700.00 on list', () => {
    expect(amountsOf(tierThenAgreement('running')).buyLine).toBe('720.00');
    expect(amountsOf(tierThenAgreement('list')).buyLine).toBe('700.00');
  });

  it('2 (PR-11 range): list 100, 11 units, 5 % off from unit 11 is 1,045.00; 10 units still 1,000.00', () => {
    const units = (quantity: string) =>
      price({
        quote: { items: lines({ quantity }) },
        policy: {
          volumeSchedules: [
            { id: 'volume', scope: 'line', family: null, bands: [{ from: '11', percent: '5' }] },
          ],
        },
      });
    expect(amountsOf(units('11')).buyLine).toBe('1045.00');
    expect(amountsOf(units('10')).buyLine).toBe('1000.00');
  });

  it('5 (PR-23): cost 100 at 30 % margin is 142.857142..., a line of 1 is 142.86; at 30 % markup 130.00', () => {
    const priced = price({
      quote: {
        items: lines(
          { sell: { kind: 'margin', percent: '30' } },
          { sell: { kind: 'markup', percent: '30' } },
          { sell: { kind: 'margin', percent: '30' }, quantity: '7' },
        ),
      },
    });
    expect(amountsOf(priced, 0)).toMatchObject({ sellUnit: '142.857143', sellLine: '142.86' });
    expect(amountsOf(priced, 1)).toMatchObject({ sellUnit: '130.00', sellLine: '130.00' });
    // PR-3: 7 x 142.857142... is 1,000 exactly; from the unit price as shown it would be 1,000.000001.
    expect(amountsOf(priced, 2).sellLine).toBe('1000.00');
    expect(amountsOf(priced, 2).sellSteps.map(({ step }) => step)).not.toContain('line-rounding');
  });

  it('7 (PR-4): a discount of 100.00 over three equal lines takes 33.34, 33.33 and 33.33', () => {
    const priced = price({
      products: [{ sku: 'LIC-1', list: '1000.00' }],
      quote: { discountPercent: '3.333333', items: lines({}, {}, {}) },
    });
    expect(priced.totals.quoteDiscount).toBe('100.00');
    const sells = priced.lines.map((_, index) => amountsOf(priced, index).sellLine);
    expect(sells).toEqual(['966.66', '966.67', '966.67']);
  });

  it('8 (PR-40): net lines of 10.01 three times at 23 % make 6.91 of tax, not 3 x 2.30', () => {
    const { totals } = price({
      products: [{ sku: 'LIC-1', list: '10.01' }],
      quote: { items: lines({}, {}, {}) },
    });
    expect(totals.taxGroups).toEqual([
      { category: 'standard', percent: '23', net: '30.03', tax: '6.91', reason: null },
    ]);
    expect(totals).toMatchObject({ sell: '30.03', tax: '6.91', gross: '36.94' });
  });
});
