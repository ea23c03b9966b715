/** Quotes, books, policies and agreements of every shape, for property tests. */
import fc from 'fast-check';
import type { Charge } from '../catalog/product';
import { roundingModeSchema } from '../money/rounding-mode';
import { buyStepNames, defaultPricingPolicy } from '../pricing/policy';
import type { SellBasis } from '../pricing/sell-basis';
import { structured, structures } from './arbitrary-structure.test-kit';
import {
  dealRegistrations,
  distributions,
  entryTerms,
  families,
  figure,
  marginFloors,
  percents,
  promotions,
  skus,
  specialBids,
  volumeSchedules,
} from './arbitrary-terms.test-kit';
import type { QuoteLine } from './quote';
import { anAccount, anAgreement, aPartner, lines, type Situation } from './quote.test-kit';

export { percents } from './arbitrary-terms.test-kit';

const charges: Readonly<Record<(typeof skus)[number], Charge>> = {
  'LIC-1': { kind: 'one-time' },
  'LIC-2': { kind: 'one-time' },
  'SUB-M': { kind: 'recurring', period: 'month', termMonths: 36 },
  'SUB-Y': { kind: 'recurring', period: 'year', termMonths: 13 },
  'USE-1': { kind: 'usage' },
};
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

const policies = fc.record({
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
      step: fc.constantFrom(...buyStepNames),
      basis: fc.constantFrom('running', 'list'),
      bestOf: fc.constantFrom(null, null, 'group'),
    }),
    { maxLength: 8 },
  ),
  tierDiscounts: fc.array(fc.record({ tier: fc.constant('gold'), family: families, percent: percents }), {
    maxLength: 3,
  }),
  volumeSchedules: fc.array(volumeSchedules, { maxLength: 2 }),
  marginFloors,
  distribution: fc.option(distributions, { nil: undefined, freq: 3 }),
});

/** Of what a unit of the book's currency is worth; a quote in another currency freezes one of them. */
const exchangeRates = [
  { currency: 'EUR', rate: '0.006127', date: '2026-02-27' },
  { currency: 'JPY', rate: '163.207', date: '2026-02-27' },
  { currency: 'KWD', rate: '0.330071554', date: '2026-02-28' },
];

/** Without terms, bundles, alternatives and contracts. */
export const plainSituations: fc.Arbitrary<Situation> = fc
  .record({
    currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
    bookCurrency: fc.constantFrom(null, 'EUR', 'JPY'),
    lists: fc.array(figure(20_000, 6), { minLength: skus.length, maxLength: skus.length }),
    entries: fc.array(entryTerms, { minLength: skus.length, maxLength: skus.length }),
    items: fc.array(lineChanges, { maxLength: 12 }),
    discountPercent: fc.oneof(fc.constant('0'), percents),
    policy: policies,
    agreements: fc.array(percents, { maxLength: 2 }),
    promotions,
    dealRegistration: fc.option(dealRegistrations),
    specialBid: fc.option(specialBids),
    kind: fc.constantFrom('reseller', 'distributor'),
    pricesIncludeTax: fc.boolean(),
    country: fc.constantFrom('PL', 'DE', 'CH'),
  })
  .map((made): Situation => {
    const { currency, dealRegistration, specialBid } = made;
    const { distribution, ...policy } = made.policy;
    const bookCurrency = made.bookCurrency ?? currency;
    const frozen = exchangeRates.find((rate) => rate.currency === currency && currency !== bookCurrency);
    return {
      book: {
        currency: bookCurrency,
        exchangeRates,
        policy: { ...defaultPricingPolicy, ...policy, ...(distribution && { distribution }) },
      },
      quote: {
        currency,
        discountPercent: made.discountPercent,
        items: lines(...made.items),
        exchangeRate: frozen ? { rate: frozen.rate, date: frozen.date } : null,
        dealRegistrationId: dealRegistration?.id ?? null,
        specialBidId: specialBid?.id ?? null,
      },
      products: skus.map((sku, index) => ({
        sku,
        list: made.lists[index] ?? '1',
        entry: made.entries[index] ?? {},
        product: {
          charge: charges[sku],
          family: sku.startsWith('LIC') ? 'Licences' : 'Cloud',
          taxCategory: sku === 'LIC-2' ? 'reduced' : 'standard',
        },
      })),
      agreements: made.agreements.map((percent, index) =>
        anAgreement({ id: `agreement-${index}`, discounts: [{ family: null, sku: null, percent }] }),
      ),
      terms: {
        promotions: made.promotions,
        dealRegistrations: dealRegistration ? [dealRegistration] : [],
        specialBids: specialBid ? [specialBid] : [],
      },
      partner: {
        kind: made.kind,
        taxPolicy: { ...aPartner().taxPolicy, pricesIncludeTax: made.pricesIncludeTax },
      },
      account: anAccount({ country: made.country }),
    };
  });

/** Half of them with terms, bundles, alternatives and contract changes as well. */
export const situations: fc.Arbitrary<Situation> = fc.oneof(
  plainSituations,
  fc.tuple(plainSituations, structures).map(([situation, structure]) => structured(situation, structure)),
);
