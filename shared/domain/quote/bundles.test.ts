import { describe, expect, it } from 'vitest';
import type { BundleOption } from '../catalog/bundle';
import { replaySteps } from '../pricing/replay-steps';
import { aBundle, amountsOf, lines, price, type Situation } from './quote.test-kit';
import type { QuoteLine } from './quote';

const part = (option: number, changes: Partial<QuoteLine> = {}): Partial<QuoteLine> => ({
  component: { parentId: 'line-1', optionId: `option-${option}` },
  ...changes,
});

const recurring = { kind: 'recurring', period: 'month', termMonths: 12 } as const;

/** A kit at 100.00, with parts "A" at 30.00, "B" at 20.00 and "C" at 10.00 a month. */
const sold = (
  items: readonly Partial<QuoteLine>[],
  bundle: Parameters<typeof aBundle>[1] = {},
  options: Parameters<typeof aBundle>[0] = [{ sku: 'A' }, { sku: 'B' }, { sku: 'C' }],
  more: Situation = {},
) =>
  price({
    products: [
      { sku: 'KIT', list: '100.00', product: { bundle: aBundle(options, bundle), family: 'Kits' } },
      { sku: 'A', list: '30.00', product: { family: 'Parts' } },
      { sku: 'B', list: '20.00', product: { family: 'Parts', taxCategory: 'reduced' } },
      { sku: 'C', list: '10.00', product: { family: 'Parts', charge: recurring } },
      { sku: 'U', list: '0.50', product: { family: 'Parts', charge: { kind: 'usage' } } },
    ],
    ...more,
    quote: { items: lines({ sku: 'KIT' }, ...items), ...more.quote },
  });
const problemAt = (priced: ReturnType<typeof price>, index: number) => {
  const line = priced.lines[index];
  return line?.status === 'problem' ? line.problem : null;
};
const sells = (priced: ReturnType<typeof price>) =>
  priced.lines.map((_, index) => amountsOf(priced, index).sellLine);

describe('PR-14 parts of a bundle', () => {
  it('PR-149 each have their own price; an option’s quantity scales with the bundle or not', () => {
    const priced = sold(
      [part(1, { sku: 'A', quantity: '2' }), part(2, { sku: 'B', quantity: '2' })],
      {},
      [
        { sku: 'A', scaling: 'per-bundle' },
        { sku: 'B', scaling: 'fixed' },
      ],
      {
        quote: {
          items: lines(
            { sku: 'KIT', quantity: '1.5' },
            part(1, { sku: 'A', quantity: '2.5' }),
            part(2, { sku: 'B', quantity: '2.50' }),
          ),
        },
      },
    );
    expect(amountsOf(priced, 1)).toMatchObject({ quantity: '3.75', sellUnit: '30.00', sellLine: '112.50' });
    expect(amountsOf(priced, 2)).toMatchObject({ quantity: '2.50', sellUnit: '20.00', sellLine: '50.00' });
    expect(amountsOf(priced, 1).sellSteps.find(({ step }) => step === 'quantity')?.amount).toBe('3.75');
    expect(priced.totals).toMatchObject({ list: '312.50', sell: '312.50' });
  });

  it('PR-154 the bundle’s line says what all come to together', () => {
    const priced = sold(
      [
        part(1, { sku: 'A' }),
        part(2, { sku: 'B', optional: true }),
        part(3, { sku: 'C' }),
        part(4, { sku: 'U', quantity: '100' }),
      ],
      {},
      [{ sku: 'A' }, { sku: 'B' }, { sku: 'C' }, { sku: 'U' }],
      { policy: { tierDiscounts: [{ tier: 'gold', family: null, percent: '10' }] } },
    );
    // 100 + 30 + 12 x 10; neither what is optional nor what is charged by use.
    expect(amountsOf(priced, 0).bundle).toEqual({
      listLine: '250.00',
      buyLine: '225.00',
      sellLine: '250.00',
    });
    expect(amountsOf(priced, 1).bundle).toBeNull();
    expect(priced.totals).toMatchObject({ sell: '250.00', optionalSell: '20.00', usageSell: '50.00' });
    expect(amountsOf(price()).bundle).toBeNull();
  });

  it('are taxed in their own category, and share the quote’s discount', () => {
    const priced = sold([part(1, { sku: 'A' }), part(2, { sku: 'B' })], {}, undefined, {
      quote: {
        discountPercent: '10',
        items: lines({ sku: 'KIT' }, part(1, { sku: 'A' }), part(2, { sku: 'B' })),
      },
    });
    expect(sells(priced)).toEqual(['90.00', '27.00', '18.00']);
    expect(priced.totals.taxGroups).toMatchObject([
      { category: 'reduced', net: '18.00' },
      { category: 'standard', net: '117.00' },
    ]);
  });

  it('an included one costs nothing, in both waterfalls, and still appears', () => {
    const amounts = amountsOf(
      sold(
        [
          part(1, {
            sku: 'A',
            quantity: '3',
            sell: { kind: 'fixed', unitPrice: '9' },
            discountPercent: '50',
          }),
        ],
        {},
        [{ sku: 'A', kind: 'included' }],
      ),
      1,
    );
    expect(amounts).toMatchObject({
      quantity: '3',
      listUnit: '30.00',
      listLine: '90.00',
      buyUnit: '0.00',
      buyLine: '0.00',
      sellUnit: '0.00',
      sellLine: '0.00',
      marginPercent: null,
      markupPercent: null,
    });
    for (const steps of [amounts.buySteps, amounts.sellSteps]) {
      expect(steps.map(({ step, after }) => [step, after])).toEqual([
        ['list', '30.00'],
        ['included', '0.00'],
        ['quantity', '0.00'],
      ]);
    }
    expect(amounts.buySteps[1]?.rule).toBe('option-1');
  });

  it('an optional or unchosen bundle takes its parts along', () => {
    for (const left of [{ optional: true }, { alternative: { group: 'g', chosen: false } }]) {
      const priced = sold([part(1, { sku: 'A' })], {}, undefined, {
        quote: { items: lines({ sku: 'KIT', ...left }, part(1, { sku: 'A' })) },
      });
      expect(priced.lines.map(({ optional }) => optional)).toEqual([true, true]);
      expect(priced.totals).toMatchObject({ sell: '0.00', optionalSell: '130.00' });
      expect(amountsOf(priced, 0).bundle?.sellLine).toBe('130.00');
    }
  });

  it('a ramp of the bundle scales its parts by the largest run', () => {
    const priced = price({
      products: [
        { sku: 'KIT', list: '10', product: { charge: recurring, bundle: aBundle([{ sku: 'LIC-1' }]) } },
        { sku: 'LIC-1' },
      ],
      quote: {
        items: lines(
          {
            sku: 'KIT',
            term: {
              startsOn: null,
              end: { kind: 'months', months: 12 },
              billing: 'upfront',
              ramp: [
                { months: 6, quantity: '2' },
                { months: 6, quantity: '4' },
              ],
            },
          },
          part(1, { quantity: '3' }),
        ),
      },
    });
    expect(amountsOf(priced, 1).quantity).toBe('12');
  });
});

describe('PR-14 the bundle’s discount', () => {
  const items = lines({ sku: 'KIT', discountPercent: '20' }, part(1, { sku: 'A', discountPercent: '10' }));
  it('cascades to its parts, before their own', () => {
    const priced = sold([], { discountCascades: true }, undefined, { quote: { items } });
    expect(sells(priced)).toEqual(['80.00', '21.60']);
    const steps = amountsOf(priced, 1).sellSteps;
    expect(steps.map(({ step, rate, after }) => [step, rate, after]).slice(1, 3)).toEqual([
      ['bundle-discount', '20', '24.00'],
      ['line-discount', '10', '21.60'],
    ]);
    // PR-24: all that was taken off by hand: 28 %.
    expect(priced.breaches.map(({ lineId, value }) => [lineId, value])).toEqual([
      ['line-1', '20'],
      ['line-2', '28'],
    ]);
  });
  it('or does not', () => {
    const priced = sold([], { discountCascades: false }, undefined, { quote: { items } });
    expect(sells(priced)).toEqual(['80.00', '27.00']);
    expect(amountsOf(priced, 1).sellSteps.map(({ step }) => step)).not.toContain('bundle-discount');
  });
  it('a discount of nothing is not listed', () => {
    const priced = sold([part(1, { sku: 'A' })], { discountCascades: true });
    expect(amountsOf(priced, 1).sellSteps.map(({ step }) => step)).toEqual(['list', 'quantity']);
  });
});

describe('PR-14, PR-151 a bundle with a fixed price', () => {
  const fixed = { pricing: 'fixed' } as const;
  const gold = { policy: { tierDiscounts: [{ tier: 'gold', family: null, percent: '33.333' }] } } as const;

  it('goes to its parts by their list amounts, to the cent, in all three amounts', () => {
    const priced = sold(
      [part(1, { sku: 'A' }), part(2, { sku: 'B' }), part(3, { sku: 'C' })],
      fixed,
      undefined,
      {
        policy: { tierDiscounts: [...gold.policy.tierDiscounts] },
        quote: {
          items: lines(
            { sku: 'KIT', discountPercent: '5' },
            part(1, { sku: 'A', discountPercent: '40', sell: { kind: 'fixed', unitPrice: '1' } }),
            part(2, { sku: 'B' }),
            part(3, { sku: 'C' }),
          ),
        },
      },
    );
    // 100.00 list, 66.67 buy, 95.00 sell, by 30 : 20 : 120.
    const figures = priced.lines.map((_, index) => {
      const { listLine, buyLine, sellLine } = amountsOf(priced, index);
      return [listLine, buyLine, sellLine];
    });
    expect(figures).toEqual([
      ['0.00', '0.00', '0.00'],
      ['17.65', '11.77', '16.76'],
      ['11.76', '7.84', '11.18'],
      ['70.59', '47.06', '67.06'],
    ]);
    expect(priced.totals).toMatchObject({
      list: '100.00',
      buy: '66.67',
      sell: '95.00',
      recurringSell: '67.06',
    });
    expect(amountsOf(priced, 0)).toMatchObject({
      listUnit: '100.00',
      sellUnit: '95.00',
      bundle: { listLine: '100.00', buyLine: '66.67', sellLine: '95.00' },
    });
    expect(amountsOf(priced, 1)).toMatchObject({ listUnit: '30.00', buyUnit: '11.77', sellUnit: '16.76' });
    // Per unit and month: 67.06 / 12.
    expect(amountsOf(priced, 3).sellUnit).toBe('5.588333');
    expect(amountsOf(priced, 1).sellSteps.map(({ step, after }) => [step, after])).toEqual([
      ['list', '30.00'],
      ['quantity', '30.00'],
      ['bundle-allocation', '16.76'],
    ]);
    expect(amountsOf(priced, 0).sellSteps.at(-1)).toMatchObject({
      step: 'bundle-allocation',
      per: 'line',
      amount: '0.00',
      before: '95.00',
      after: '0.00',
    });
    for (const [index] of priced.lines.entries()) {
      const amounts = amountsOf(priced, index);
      expect(replaySteps(amounts).sellLine).toMatchObject({ d: 100n });
    }
  });
  it('included parts weigh by list too; parts of quantity 0 take no share', () => {
    const options = [{ sku: 'A', kind: 'included' as const }, { sku: 'B' }];
    const items = [part(1, { sku: 'A' }), part(2, { sku: 'B' })];
    expect(sells(sold(items, fixed, options))).toEqual(['0.00', '60.00', '40.00']);
    const nothing = items.map((item) => ({ ...item, quantity: '0' }));
    expect(sells(sold(nothing, fixed, options))).toEqual(['100.00', '0.00', '0.00']);
    expect(amountsOf(sold(nothing, fixed, options), 1).sellUnit).toBe('30.00');
  });
  it('without parts keeps its price', () => {
    const priced = sold([], fixed);
    expect(amountsOf(priced)).toMatchObject({ sellLine: '100.00', bundle: { sellLine: '100.00' } });
    expect(amountsOf(priced).sellSteps.map(({ step }) => step)).toEqual(['list', 'quantity']);
  });
  it('PR-152 usage and parts that are left out keep their own price', () => {
    const priced = sold(
      [part(1, { sku: 'A' }), part(2, { sku: 'B', optional: true }), part(3, { sku: 'U', quantity: '10' })],
      fixed,
      [{ sku: 'A' }, { sku: 'B' }, { sku: 'U' }],
    );
    expect(sells(priced)).toEqual(['0.00', '100.00', '20.00', '5.00']);
    expect(priced.totals).toMatchObject({ sell: '100.00', optionalSell: '20.00', usageSell: '5.00' });
  });
  it('of which a part has no price, has none, nor have its parts', () => {
    const priced = sold([part(1, { sku: 'A' }), part(2, { sku: 'X' }), part(3, { sku: 'C' })], fixed, [
      { sku: 'A' },
      { sku: 'X' },
      { sku: 'C' },
    ]);
    const incomplete = { type: 'bundle-incomplete', skus: ['X'] };
    expect(priced.lines.map((_, index) => problemAt(priced, index))).toEqual([
      incomplete,
      incomplete,
      { type: 'sku-not-in-book', sku: 'X' },
      incomplete,
    ]);
  });
  it('that has no price itself leaves its parts without one', () => {
    const priced = sold([part(1, { sku: 'A' })], fixed, undefined, {
      quote: { items: lines({ sku: 'KIT', quantity: '-1' }, part(1, { sku: 'A' })) },
    });
    expect(problemAt(priced, 1)).toMatchObject({ type: 'invalid-number', text: '-1' });
    const impossible = sold([], fixed, undefined, {
      quote: {
        items: lines({ sku: 'KIT', sell: { kind: 'margin', percent: '100' } }, part(1, { sku: 'A' })),
      },
    });
    expect(problemAt(impossible, 1)).toEqual({ type: 'bundle-incomplete', skus: ['KIT'] });
  });
  it('a part that is left out and has no price does no harm', () => {
    const priced = sold([part(1, { sku: 'A' }), part(2, { sku: 'X', optional: true })], fixed, [
      { sku: 'A' },
      { sku: 'X' },
    ]);
    expect(amountsOf(priced, 1).sellLine).toBe('100.00');
  });
  it('with tax inside, each part’s tax comes out by its own category', () => {
    const priced = price({
      products: [
        { sku: 'KIT', list: '123.00', product: { bundle: aBundle([{ sku: 'A' }, { sku: 'B' }], fixed) } },
        { sku: 'A', list: '50' },
        { sku: 'B', list: '50', product: { taxCategory: 'reduced' } },
      ],
      partner: {
        taxPolicy: {
          sellerCountry: 'PL',
          pricesIncludeTax: true,
          rates: [
            { country: 'PL', category: 'standard', percent: '23' },
            { country: 'PL', category: 'reduced', percent: '8' },
          ],
          reverseChargeCountries: [],
        },
      },
      quote: { items: lines({ sku: 'KIT' }, part(1, { sku: 'A' }), part(2, { sku: 'B' })) },
    });
    expect(sells(priced)).toEqual(['0.00', '50.00', '56.94']);
    expect(priced.totals).toMatchObject({ sell: '106.94', gross: '123.00' });
  });
});

describe('PR-153 what earns volume', () => {
  const volume: Situation = {
    policy: {
      volumeSchedules: [
        { id: 'volume', scope: 'family', family: 'Parts', bands: [{ from: '10', percent: '10' }] },
      ],
    },
  };
  const buyOfB = (
    items: readonly Partial<QuoteLine>[],
    bundle: Parameters<typeof aBundle>[1],
    kind: BundleOption['kind'] = 'required',
  ) =>
    amountsOf(
      sold([], bundle, [{ sku: 'A', kind }], {
        ...volume,
        quote: { items: lines({ sku: 'KIT', quantity: '3' }, ...items, { sku: 'B' }) },
      }),
      2,
    ).buyUnit;

  it('parts count with all that the bundles have of them', () => {
    expect(buyOfB([part(1, { sku: 'A', quantity: '3' })], {})).toBe('18.00');
    expect(buyOfB([part(1, { sku: 'A', quantity: '2' })], {})).toBe('20.00');
  });
  it('not what is included, and not the parts of a fixed price', () => {
    expect(buyOfB([part(1, { sku: 'A', quantity: '9' })], {}, 'included')).toBe('20.00');
    expect(buyOfB([part(1, { sku: 'A', quantity: '9' })], { pricing: 'fixed' })).toBe('20.00');
  });
});

describe('PR-150 what is no bundle', () => {
  const why = (priced: ReturnType<typeof price>, index: number) => {
    const problem = problemAt(priced, index);
    return problem?.type === 'invalid-bundle' ? problem.why : problem;
  };
  it('the bundle’s line is gone, is none, or has no such option of this SKU', () => {
    const orphan = { component: { parentId: 'gone', optionId: 'option-1' }, sku: 'A' };
    expect(why(sold([orphan]), 1)).toBe('parent-missing');
    expect(why(sold([part(9, { sku: 'A' })]), 1)).toBe('option-unknown');
    expect(why(sold([part(2, { sku: 'A' })]), 1)).toBe('option-unknown');
    const plain = sold([{ sku: 'A' }, { sku: 'B', component: { parentId: 'line-2', optionId: 'option-1' } }]);
    expect(why(plain, 2)).toBe('not-a-bundle');
    expect(amountsOf(plain, 1).sellLine).toBe('30.00');
  });
  it('a part has no parts', () => {
    const priced = sold([
      part(1, { sku: 'A' }),
      { sku: 'B', component: { parentId: 'line-2', optionId: 'option-1' } },
    ]);
    expect(why(priced, 2)).toBe('nested');
    expect(amountsOf(priced, 1).sellLine).toBe('30.00');
  });
  it('lines that are above themselves', () => {
    const self = sold([{ sku: 'A', component: { parentId: 'line-2', optionId: 'option-1' } }]);
    expect(why(self, 1)).toBe('circular');
    const ring = sold([
      { sku: 'A', component: { parentId: 'line-3', optionId: 'option-1' } },
      { sku: 'B', component: { parentId: 'line-2', optionId: 'option-1' } },
      { sku: 'C', component: { parentId: 'line-2', optionId: 'option-1' } },
    ]);
    expect([1, 2, 3].map((index) => why(ring, index))).toEqual(['circular', 'circular', 'nested']);
  });
  it('a product that contains itself, at any depth, and its parts', () => {
    const priced = price({
      products: [
        { sku: 'KIT', product: { bundle: aBundle([{ sku: 'BOX' }, { sku: 'A' }]) } },
        { sku: 'BOX', product: { bundle: aBundle([{ sku: 'CASE' }]) } },
        { sku: 'CASE', product: { bundle: aBundle([{ sku: 'KIT' }]) } },
        { sku: 'TOP', product: { bundle: aBundle([{ sku: 'KIT' }]) } },
        { sku: 'A' },
      ],
      quote: {
        items: lines(
          { sku: 'KIT' },
          part(2, { sku: 'A' }),
          { sku: 'TOP' },
          { sku: 'KIT', component: { parentId: 'line-3', optionId: 'option-1' } },
        ),
      },
    });
    expect([0, 1, 3].map((index) => why(priced, index))).toEqual(Array(3).fill('circular'));
    // What only leads to a circle is none itself.
    expect(amountsOf(priced, 2).sellLine).toBe('100.00');
  });
});
