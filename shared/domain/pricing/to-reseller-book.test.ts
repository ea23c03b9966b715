import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributions, entryTerms, figure } from '../quote/arbitrary-terms.test-kit';
import { aBook, amountsOf, anEntry, aPolicy, lines, price } from '../quote/quote.test-kit';
import type { Distribution } from './policy';
import type { PriceEntry } from './price-book';
import { toResellerBook } from './to-reseller-book';

const fromList: Distribution = {
  distributor: { from: 'list', percentOff: '10' },
  reseller: { uplift: '5' },
};
const fromCost: Distribution = { ...fromList, distributor: { from: 'cost', uplift: '20' } };
const derive = (distribution: Distribution | undefined, ...entries: readonly PriceEntry[]) =>
  toResellerBook({
    header: aBook({ policy: aPolicy(distribution && { distribution }) }).header,
    entries,
  });

describe("a reseller's book made from the vendor's (PR-22, PR-120)", () => {
  it('says what the reseller pays: 20.00 less 10 % plus 5 % is 18.90', () => {
    const { header, entries } = derive(fromList, anEntry({ list: '20.00', cost: '9' }));
    expect(entries).toEqual([anEntry({ list: '20.00', partnerPrice: '18.9' })]);
    expect(header.policy).not.toHaveProperty('distribution');
    expect(header).toMatchObject({ bookId: 'book-eur-gold', version: 3, currency: 'EUR' });
  });
  it('half-up to 6 decimals', () => {
    const { entries } = derive(
      { ...fromList, reseller: { uplift: '0' } },
      anEntry({ sku: 'A', list: '0.000005' }),
      anEntry({ sku: 'B', list: '0.000004' }),
    );
    // 0.0000045 and 0.0000036.
    expect(entries.map(({ partnerPrice }) => partnerPrice)).toEqual(['0.000005', '0.000004']);
  });
  it('from cost, however the list price is banded; without a cost there is no entry', () => {
    const bands: PriceEntry['bands'] = {
      kind: 'range',
      scope: 'line',
      bands: [{ from: '1', price: '20' }],
    };
    const { entries } = derive(fromCost, anEntry({ cost: '10.00', bands }), anEntry({ sku: 'LIC-2' }));
    expect(entries).toEqual([anEntry({ bands, partnerPrice: '12.6' })]);
  });
  it('by quantity where the list price is', () => {
    const banded = (bands: PriceEntry['bands']) =>
      derive(fromList, anEntry({ bands })).entries[0]?.partnerBands;
    expect(
      banded({
        kind: 'slab',
        scope: 'family',
        bands: [
          { from: '1', price: '20' },
          { from: '5', price: '10' },
        ],
      }),
    ).toEqual({
      kind: 'slab',
      scope: 'family',
      bands: [
        { from: '1', price: '18.9' },
        { from: '5', price: '9.45' },
      ],
    });
    const block = { kind: 'block' as const, scope: 'line' as const, bands: [{ from: '1', price: '20' }] };
    expect(banded({ ...block, overage: '2' })).toMatchObject({ overage: '1.89' });
    expect(banded({ ...block, overage: null })).toMatchObject({ overage: null });
  });
  it('a book without distribution only loses its costs', () => {
    const entry = anEntry({ partnerPrice: '7' });
    const { header, entries } = derive(undefined, { ...entry, cost: '5' });
    expect(entries).toEqual([entry]);
    expect(header).toEqual(aBook().header);
  });

  it('nothing of the distributor’s survives', () => {
    fc.assert(
      fc.property(distributions, fc.array(entryTerms, { maxLength: 4 }), (distribution, made) => {
        const entries = made.map((terms, index) => anEntry({ sku: `SKU-${index}`, ...terms }));
        const text = JSON.stringify(derive(distribution, ...entries));
        expect(text).not.toMatch(/cost|distribut|uplift|percentOff/);
      }),
    );
  });
  it('what decides is the reseller’s price alone: other ways to the same price make the same book', () => {
    // 100 less 10 % plus 20 %, and 100 less 20 % plus 35 %: both 108.
    const other: Distribution = {
      distributor: { from: 'list', percentOff: '20' },
      reseller: { uplift: '35' },
    };
    const same: Distribution = {
      distributor: { from: 'list', percentOff: '10' },
      reseller: { uplift: '20' },
    };
    expect(derive(other, anEntry())).toEqual(derive(same, anEntry()));
  });
  it('the reseller pays by it what the vendor’s own book has for a reseller, to the last shown decimal', () => {
    fc.assert(
      fc.property(distributions, figure(20_000, 2), figure(20_000, 2), (made, list, cost) => {
        // Whole percentages of two decimals always end within six.
        const whole = (text: string) => text.split('.')[0] ?? '0';
        const distribution: Distribution = {
          distributor:
            made.distributor.from === 'list'
              ? { from: 'list', percentOff: whole(made.distributor.percentOff) }
              : { from: 'cost', uplift: whole(made.distributor.uplift) },
          reseller: { uplift: whole(made.reseller.uplift) },
        };
        const entry = anEntry({ list, cost });
        const quote = { items: lines({ quantity: '7' }) };
        const vendors = price({ policy: { distribution }, products: [{ sku: 'LIC-1', entry }], quote });
        const [derived] = derive(distribution, entry).entries;
        const own = price({ products: [{ sku: 'LIC-1', entry: derived ?? {} }], quote });
        expect(amountsOf(own)).toMatchObject({
          buyUnit: amountsOf(vendors).buyUnit,
          buyLine: amountsOf(vendors).buyLine,
        });
      }),
    );
  });
});
