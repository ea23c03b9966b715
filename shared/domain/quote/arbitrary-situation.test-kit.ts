/** Quotes, books, policies and agreements of every shape, for property tests. */
import fc from 'fast-check';
import type { Charge } from '../catalog/product';
import { formatScaled, trimDecimals } from '../money/format-decimal';
import { roundingModeSchema } from '../money/rounding-mode';
import { defaultPricingPolicy, type PricingPolicy } from '../pricing/policy';
import type { SellBasis } from '../pricing/sell-basis';
import type { QuoteLine } from './quote';
import { anAccount, anAgreement, aPartner, lines, type Situation } from './quote.test-kit';

/** Decimal text up to `max` whole units with up to `places` decimals. */
const figure = (max: number, places: number) =>
  fc
    .tuple(fc.bigInt(0n, BigInt(max) * 10n ** BigInt(places)), fc.integer({ min: 0, max: places }))
    .map(([units, keep]) => {
      const [whole = '0', decimals = ''] = formatScaled(units, places).split('.');
      return keep === 0 ? whole : trimDecimals(`${whole}.${decimals.slice(0, keep)}`, 0);
    });

export const percents = figure(99, 4);
const skus = ['LIC-1', 'LIC-2', 'SUB-M', 'SUB-Y', 'USE-1'] as const;
const charges: Readonly<Record<(typeof skus)[number], Charge>> = {
  'LIC-1': { kind: 'one-time' },
  'LIC-2': { kind: 'one-time' },
  'SUB-M': { kind: 'recurring', period: 'month', termMonths: 36 },
  'SUB-Y': { kind: 'recurring', period: 'year', termMonths: 13 },
  'USE-1': { kind: 'usage' },
};
const families = fc.constantFrom(null, 'Licences', 'Cloud');

const sells: fc.Arbitrary<SellBasis> = fc.oneof(
  fc.constant({ kind: 'list' } as const),
  fc.record({ kind: fc.constant('markup'), percent: figure(300, 3) }),
  fc.record({ kind: fc.constant('margin'), percent: percents }),
  fc.record({ kind: fc.constant('fixed'), unitPrice: figure(5_000, 6) }),
);

export const lineChanges: fc.Arbitrary<Partial<QuoteLine>> = fc.record({
  sku: fc.constantFrom(...skus),
  quantity: figure(2_000, 3),
  sell: sells,
  discountPercent: fc.oneof(fc.constant('0'), percents),
  optional: fc.boolean(),
});

const policies: fc.Arbitrary<Partial<PricingPolicy>> = fc.record({
  rounding: fc.record({
    unit: fc.option(
      fc.record({
        mode: fc.constantFrom(...roundingModeSchema.options),
        decimals: fc.integer({ min: 0, max: 6 }),
      }),
    ),
    line: fc.constantFrom(...roundingModeSchema.options),
    tax: fc.constantFrom(...roundingModeSchema.options),
  }),
  buySteps: fc.array(
    fc.record({
      step: fc.constantFrom('volume', 'tier', 'agreement'),
      basis: fc.constantFrom('running', 'list'),
      bestOf: fc.constantFrom(null, null, 'group'),
    }),
    { maxLength: 6 },
  ),
  tierDiscounts: fc.array(fc.record({ tier: fc.constant('gold'), family: families, percent: percents }), {
    maxLength: 3,
  }),
  volumeSchedules: fc.array(
    fc.record({
      id: fc.constantFrom('small', 'large'),
      scope: fc.constantFrom('line', 'family'),
      family: families,
      bands: fc.array(fc.record({ from: figure(500, 3), percent: percents }), { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 2 },
  ),
});

export const situations: fc.Arbitrary<Situation> = fc
  .record({
    currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
    lists: fc.array(figure(20_000, 6), { minLength: skus.length, maxLength: skus.length }),
    items: fc.array(lineChanges, { maxLength: 12 }),
    discountPercent: fc.oneof(fc.constant('0'), percents),
    policy: policies,
    agreements: fc.array(percents, { maxLength: 2 }),
    pricesIncludeTax: fc.boolean(),
    country: fc.constantFrom('PL', 'DE', 'CH'),
  })
  .map((made): Situation => {
    const { currency } = made;
    return {
      book: { currency, policy: { ...defaultPricingPolicy, ...made.policy } },
      quote: { currency, discountPercent: made.discountPercent, items: lines(...made.items) },
      products: skus.map((sku, index) => ({
        sku,
        list: made.lists[index] ?? '1',
        product: {
          charge: charges[sku],
          family: sku.startsWith('LIC') ? 'Licences' : 'Cloud',
          taxCategory: sku === 'LIC-2' ? 'reduced' : 'standard',
        },
      })),
      agreements: made.agreements.map((percent, index) =>
        anAgreement({ id: `agreement-${index}`, discounts: [{ family: null, sku: null, percent }] }),
      ),
      partner: { taxPolicy: { ...aPartner().taxPolicy, pricesIncludeTax: made.pricesIncludeTax } },
      account: anAccount({ country: made.country }),
    };
  });
