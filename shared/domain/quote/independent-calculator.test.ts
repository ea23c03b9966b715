/** What a calculator written from docs/spec alone and a review of the rules found: each example failed before it was mended. */
import { describe, expect, it } from 'vitest';
import type { Product } from '../catalog/product';
import type { Distribution } from '../pricing/policy';
import { aPromotion } from './granted.test-kit';
import type { LineTerm } from './line-term';
import type { QuoteLine } from './quote';
import {
  aBook,
  amountsOf,
  anAgreement,
  anEntry,
  aPolicy,
  lines,
  price,
  type Situation,
} from './quote.test-kit';

const fixedBundle = (part: Partial<Product> = {}): NonNullable<Situation['products']> => {
  const option = { quantity: '1', min: null, max: null, scaling: 'fixed' } as const;
  const options = [
    { id: 'a', sku: 'A', kind: 'required', ...option } as const,
    { id: 'b', sku: 'B', kind: 'optional', ...option } as const,
  ];
  const groups = [{ id: 'g', name: { en: 'Parts' }, choose: { min: 0, max: null }, options }];
  const bundle = { pricing: 'fixed' as const, discountCascades: false, groups };
  return [
    { sku: 'KIT', product: { bundle } },
    { sku: 'A', list: '60' },
    { sku: 'B', list: '50', product: part },
  ];
};

const buyUnits = (priced: ReturnType<typeof price>) =>
  priced.lines.map((line) => (line.status === 'priced' ? line.amounts.buyUnit : line.problem.type));

describe('a price that depends on nothing it was not lowered by', () => {
  it('PR-31 an agreement that takes nothing off does not bind the validity', () => {
    const agreement = (percent: string) =>
      anAgreement({ validUntil: '2026-03-20', discounts: [{ family: null, sku: null, percent }] });
    expect(price({ agreements: [agreement('0')] }).validity.because).toBe('quote');
    expect(price({ agreements: [agreement('1')] }).validity.because).toBe('agreement');
    const gift = { products: [{ sku: 'LIC-1', list: '0' }], agreements: [agreement('10')] };
    expect(price(gift).validity.because).toBe('quote');
  });

  it('PR-118 a line that has no price takes none of the units that a promotion is limited to', () => {
    const promotion = aPromotion({ effect: { kind: 'amount-off', amount: '40' }, maxUnits: '5' });
    const items = lines(
      { quantity: '5', sell: { kind: 'margin', percent: '100' } },
      { quantity: '5', sell: { kind: 'list' } },
    );
    expect(buyUnits(price({ quote: { items }, terms: { promotions: [promotion] } }))).toEqual([
      'margin-impossible',
      '60.00',
    ]);
  });

  it('PR-105 a line that has no price does not bring its family to the next band', () => {
    const volumeSchedules = aPolicy({
      volumeSchedules: [{ id: 'v', scope: 'family', family: null, bands: [{ from: '10', percent: '20' }] }],
    }).volumeSchedules;
    const items = lines({ quantity: '5', sell: { kind: 'margin', percent: '100' } }, { quantity: '5' });
    expect(buyUnits(price({ quote: { items }, policy: { volumeSchedules } }))[1]).toBe('100.00');
  });

  it('PR-118 a line of quantity 0 has the best promotion of a group, as a unit would', () => {
    const promotions = [
      aPromotion({ id: 'a', code: 'A1', exclusiveGroup: 'g', effect: { kind: 'percent', percent: '10' } }),
      aPromotion({ id: 'b', code: 'B1', exclusiveGroup: 'g', effect: { kind: 'amount-off', amount: '61' } }),
    ];
    for (const quantity of ['0', '1']) {
      const priced = price({ quote: { items: lines({ quantity }) }, terms: { promotions } });
      expect(amountsOf(priced).buyUnit).toBe('39.00');
    }
  });

  it('PR-152 a part with a price of its own that has none leaves the bundle its price', () => {
    const items = (part: Partial<QuoteLine>) =>
      lines(
        { sku: 'KIT' },
        { sku: 'A', component: { parentId: 'line-1', optionId: 'a' } },
        { sku: 'B', component: { parentId: 'line-1', optionId: 'b' }, ...part },
      );
    const change = { contractChange: { contractLineId: 'x', action: 'add' } } as const;
    const term: LineTerm = {
      startsOn: null,
      end: { kind: 'months', months: 12 },
      billing: 'upfront',
      ramp: [],
    };
    const kits = [
      price({ quote: { items: items(change) }, products: fixedBundle() }),
      price({ quote: { items: items({ term }) }, products: fixedBundle({ charge: { kind: 'usage' } }) }),
    ];
    for (const priced of kits) {
      expect(amountsOf(priced, 1).sellLine).toBe('100.00');
      expect(priced.lines[2]).toMatchObject({ status: 'problem' });
    }
  });

  it('PR-119 of a group the best on the price at its place applies, not the best on a price that is gone', () => {
    const promotions = [
      aPromotion({ id: 's', code: 'S', priority: 0, effect: { kind: 'percent', percent: '50' } }),
      aPromotion({
        id: 'x',
        code: 'X',
        priority: 1,
        exclusiveGroup: 'g',
        effect: { kind: 'fixed-price', price: '60' },
      }),
      aPromotion({
        id: 'y',
        code: 'Y',
        priority: 1,
        exclusiveGroup: 'g',
        effect: { kind: 'amount-off', amount: '35' },
      }),
    ];
    expect(amountsOf(price({ terms: { promotions } })).buyUnit).toBe('15.00');
  });

  it('PR-118 a bundle that turns out incomplete takes none of the units that a promotion is limited to', () => {
    const promotion = aPromotion({
      effect: { kind: 'amount-off', amount: '40' },
      maxUnits: '1',
      conditions: { ...aPromotion().conditions, skus: ['KIT'] },
    });
    const items = lines(
      { sku: 'KIT' },
      { sku: 'A', component: { parentId: 'line-1', optionId: 'a' }, keptVersion: 9 },
      { sku: 'KIT' },
    );
    const priced = price({ quote: { items }, products: fixedBundle(), terms: { promotions: [promotion] } });
    expect(buyUnits(priced)).toEqual(['bundle-incomplete', 'kept-version-missing', '60.00']);
  });

  it('PR-32 an older version of the book in another currency is none', () => {
    const olderBook = () => aBook({ version: 2, currency: 'USD' }, [anEntry({ list: '1' })]);
    const priced = price({ quote: { items: lines({ keptVersion: 2 }) }, olderBook });
    expect(buyUnits(priced)).toEqual(['currency-mismatch']);
  });

  it('PR-153 usage brings its family to no band, since it commits to nothing; its own line has its own', () => {
    const volumeSchedules = [
      { id: 'v', scope: 'family' as const, family: null, bands: [{ from: '1000', percent: '30' }] },
    ];
    const products = [{ sku: 'A' }, { sku: 'U', product: { charge: { kind: 'usage' as const } } }];
    const items = lines({ sku: 'A', quantity: '10' }, { sku: 'U', quantity: '999999' });
    expect(buyUnits(price({ products, quote: { items }, policy: { volumeSchedules } }))).toEqual([
      '100.00',
      '70.00',
    ]);
  });

  it('PR-125 an included part breaks no limit on discounts', () => {
    const option = { id: 'a', sku: 'A', quantity: '1', min: null, max: null, scaling: 'fixed' } as const;
    const group = { id: 'g', name: { en: 'Parts' }, choose: { min: 0, max: null } };
    const groups = [{ ...group, options: [{ ...option, kind: 'included' as const }] }];
    const bundle = { pricing: 'sum' as const, discountCascades: false, groups };
    const items = lines({ sku: 'KIT' }, { sku: 'A', component: { parentId: 'line-1', optionId: 'a' } });
    const products = [{ sku: 'KIT', product: { bundle } }, { sku: 'A' }];
    const { breaches } = price({ products, quote: { items, discountPercent: '20' } });
    expect(breaches.map(({ lineId }) => lineId)).toEqual(['line-1']);
  });

  it('PR-151 a part of quantity 0 takes no share of a fixed price: an order would lose it', () => {
    const items = lines(
      { sku: 'KIT' },
      { sku: 'A', quantity: '0', component: { parentId: 'line-1', optionId: 'a' } },
    );
    const priced = price({ quote: { items }, products: fixedBundle() });
    expect(amountsOf(priced, 0).sellLine).toBe('100.00');
    expect(amountsOf(priced, 1).sellLine).toBe('0.00');
  });

  it('PR-151 parts that are worth nothing share a fixed price evenly', () => {
    const items = lines(
      { sku: 'KIT' },
      { sku: 'A', component: { parentId: 'line-1', optionId: 'a' } },
      { sku: 'B', component: { parentId: 'line-1', optionId: 'b' } },
    );
    const products = fixedBundle().map((made) => (made.sku === 'KIT' ? made : { ...made, list: '0' }));
    const priced = price({ quote: { items }, products });
    expect([1, 2].map((index) => amountsOf(priced, index).sellLine)).toEqual(['50.00', '50.00']);
  });

  it('PR-22 an entry that says what the partner pays needs no cost', () => {
    const distribution: Distribution = {
      distributor: { from: 'cost', uplift: '20' },
      reseller: { uplift: '0' },
    };
    const products = [{ sku: 'LIC-1', entry: { partnerPrice: '80' } }];
    expect(buyUnits(price({ products, policy: { distribution } }))).toEqual(['80.00']);
    expect(buyUnits(price({ policy: { distribution } }))).toEqual(['invalid-number']);
  });
});
