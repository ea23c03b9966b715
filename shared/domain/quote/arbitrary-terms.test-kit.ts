/** What books and vendors can say besides a list price: bands, promotions, granted terms, distribution, floors. For property tests. */
import fc from 'fast-check';
import { formatScaled, trimDecimals } from '../money/format-decimal';
import type { DealRegistration, SpecialBid } from '../pricing/granted-terms';
import type { Distribution, PricingPolicy } from '../pricing/policy';
import type { PriceEntry } from '../pricing/price-book';
import type { Promotion } from '../pricing/promotion';
import type { PriceBands, VolumeSchedule } from '../pricing/volume-bands';
import { aDealRegistration, aPromotion, aSpecialBid } from './granted.test-kit';

export const skus = ['LIC-1', 'LIC-2', 'SUB-M', 'SUB-Y', 'USE-1'] as const;

/** Decimal text up to `max` whole units with up to `places` decimals. */
export const figure = (max: number, places: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.bigInt(0n, BigInt(max) * 10n ** BigInt(places)), fc.integer({ min: 0, max: places }))
    .map(([units, keep]) => {
      const [whole = '0', decimals = ''] = formatScaled(units, places).split('.');
      return keep === 0 ? whole : trimDecimals(`${whole}.${decimals.slice(0, keep)}`, 0);
    });

export const percents = figure(99, 4);
export const families = fc.constantFrom(null, 'Licences', 'Cloud');
const scopes = fc.constantFrom('line', 'family');
const someSkus = fc.option(fc.uniqueArray(fc.constantFrom(...skus), { minLength: 1, maxLength: 3 }));

/** Up to four bounds, no two alike; some begin at nothing. */
const bounds = fc.uniqueArray(figure(60, 1), {
  minLength: 1,
  maxLength: 4,
  selector: (from) => Number(from),
});
const pricesOf = (froms: readonly string[]) =>
  fc.tuple(...froms.map((from) => figure(9_000, 6).map((price) => ({ from, price }))));

export const priceBands: fc.Arbitrary<PriceBands> = bounds.chain((froms) =>
  fc.oneof(
    fc.record({ kind: fc.constantFrom('range', 'slab'), scope: scopes, bands: pricesOf(froms) }),
    fc.record({
      kind: fc.constant('block'),
      scope: scopes,
      bands: pricesOf(froms),
      overage: fc.option(figure(100, 6)),
    }),
  ),
);

export const volumeSchedules: fc.Arbitrary<VolumeSchedule> = fc
  .record({ id: fc.constantFrom('small', 'large'), scope: scopes, family: families, froms: bounds })
  .chain(({ froms, ...schedule }) =>
    fc.record({
      bands: fc.tuple(...froms.map((from) => percents.map((percent) => ({ from, percent })))),
      kind: fc.constantFrom('range', 'slab'),
      schedule: fc.constant(schedule),
    }),
  )
  .map(({ bands, kind, schedule }) => ({ ...schedule, kind, bands }));

const effects: fc.Arbitrary<Promotion['effect']> = fc.oneof(
  percents.map((percent) => ({ kind: 'percent', percent }) as const),
  figure(500, 6).map((amount) => ({ kind: 'amount-off', amount }) as const),
  figure(5_000, 6).map((price) => ({ kind: 'fixed-price', price }) as const),
  fc.record({
    kind: fc.constant('free-goods'),
    buy: fc.constantFrom('1', '2.5', '10'),
    free: fc.constantFrom('1', '0.5', '3'),
    freeSku: fc.option(fc.constantFrom(...skus)),
  }),
);

export const promotions: fc.Arbitrary<readonly Promotion[]> = fc
  .array(
    fc.record({
      effect: effects,
      skus: someSkus,
      minQuantity: fc.option(figure(20, 0)),
      maxUnits: fc.option(figure(100, 3)),
      exclusiveGroup: fc.constantFrom(null, null, 'spring'),
      priority: fc.integer({ min: 0, max: 2 }),
    }),
    { maxLength: 4 },
  )
  .map((made) =>
    made.map(({ effect, skus, minQuantity, ...rest }, index) =>
      aPromotion({
        ...rest,
        id: `promotion-${index}`,
        code: `CODE-${index}`,
        effect,
        conditions: { ...aPromotion().conditions, skus, minQuantity },
      }),
    ),
  );

export const dealRegistrations: fc.Arbitrary<DealRegistration> = fc
  .array(fc.record({ family: families, sku: fc.constantFrom(null, ...skus), percent: percents }), {
    maxLength: 3,
  })
  .map((discounts) => aDealRegistration({ discounts }));

export const specialBids: fc.Arbitrary<SpecialBid> = fc
  .uniqueArray(
    fc.record({
      sku: fc.constantFrom(...skus),
      price: fc.oneof(
        figure(5_000, 6).map((unitPrice) => ({ kind: 'net', unitPrice }) as const),
        percents.map((percent) => ({ kind: 'percent', percent }) as const),
      ),
      maxQuantity: fc.option(figure(100, 3)),
    }),
    { maxLength: 3, selector: ({ sku }) => sku },
  )
  .map((terms) => aSpecialBid({ terms }));

export const distributions: fc.Arbitrary<Distribution> = fc.record({
  distributor: fc.oneof(
    percents.map((percentOff) => ({ from: 'list', percentOff }) as const),
    figure(200, 3).map((uplift) => ({ from: 'cost', uplift }) as const),
  ),
  reseller: fc.record({ uplift: figure(50, 3) }),
});

const block = { action: 'block' } as const;
export const marginFloors: fc.Arbitrary<PricingPolicy['marginFloors']> = fc.array(
  fc.record({
    scope: fc.constantFrom('line', 'quote'),
    family: families,
    percent: percents,
    onBreach: fc.constantFrom(block, { action: 'approval', approver: 'manager', order: 1 } as const),
  }),
  { maxLength: 3 },
);

/** What an entry says besides its list price. */
export const entryTerms: fc.Arbitrary<Partial<PriceEntry>> = fc.record(
  {
    bands: priceBands,
    minimumPrice: figure(3_000, 6),
    cost: figure(3_000, 6),
    partnerPrice: figure(9_000, 6),
    partnerBands: priceBands,
  },
  { requiredKeys: [] },
);
