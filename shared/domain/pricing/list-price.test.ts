import { describe, expect, it } from 'vitest';
import { amountsOf, lines, price } from '../quote/quote.test-kit';
import type { PriceEntry } from './price-book';
import type { PriceBands } from './volume-bands';

const slab: PriceBands = {
  kind: 'slab',
  scope: 'line',
  // In no order: the bounds decide.
  bands: [
    { from: '11', price: '95' },
    { from: '1', price: '100' },
  ],
};
const range: PriceBands = { ...slab, kind: 'range' };
const block: PriceBands = {
  kind: 'block',
  scope: 'line',
  bands: [
    { from: '1', price: '1.00' },
    { from: '11', price: '3.00' },
  ],
  overage: null,
};
const withOverage: PriceBands = { ...block, overage: '0.20' };

const of = (bands: PriceBands, quantity: string, entry: Partial<PriceEntry> = {}) =>
  amountsOf(
    price({
      products: [{ sku: 'LIC-1', list: '50.00', entry: { bands, ...entry } }],
      quote: { items: lines({ quantity }) },
    }),
  );
const listLine = (bands: PriceBands, quantity: string) => of(bands, quantity).listLine;

describe('bands of a book entry (PR-11)', () => {
  it('range: the price of the band reached applies to all units, its bound included', () => {
    expect(['1', '10', '10.999', '11', '12'].map((quantity) => listLine(range, quantity))).toEqual([
      '100.00',
      '1000.00',
      '1099.90',
      '1045.00',
      '1140.00',
    ]);
  });
  it('slab: each unit has the price of its own band', () => {
    expect(['1', '10', '11', '12'].map((quantity) => listLine(slab, quantity))).toEqual([
      '100.00',
      '1000.00',
      '1095.00',
      '1190.00',
    ]);
  });
  it('PR-115 slab: a unit begun belongs to the band of its number', () => {
    expect(listLine(slab, '10.5')).toBe('1047.50');
  });
  it('PR-115 slab: a bound that is no whole number begins with the next whole unit', () => {
    const half: PriceBands = {
      ...slab,
      bands: [
        { from: '0', price: '100' },
        { from: '10.5', price: '95' },
      ],
    };
    expect(['10', '11'].map((quantity) => listLine(half, quantity))).toEqual(['1000.00', '1095.00']);
  });
  it('PR-115 slab: units before the first band have its price', () => {
    const late: PriceBands = {
      ...slab,
      bands: [
        { from: '5', price: '10' },
        { from: '8', price: '1' },
      ],
    };
    expect(['5', '7', '9'].map((quantity) => listLine(late, quantity))).toEqual(['50.00', '70.00', '72.00']);
  });
  it('worked example 3: blocks 1 at 1.00 and 11 at 3.00: 7 units 1.00, 10 units 1.00, 11 units 3.00', () => {
    expect(['7', '10', '11', '500'].map((quantity) => listLine(block, quantity))).toEqual([
      '1.00',
      '1.00',
      '3.00',
      '3.00',
    ]);
  });
  it('block: above the last bound each unit costs the overage', () => {
    expect(['10', '11', '12', '13', '13.5'].map((quantity) => listLine(withOverage, quantity))).toEqual([
      '1.00',
      '3.00',
      '3.20',
      '3.40',
      '3.50',
    ]);
  });
  it('both waterfalls start from it, and the average unit price is exact', () => {
    expect(of(withOverage, '13')).toMatchObject({
      listUnit: '0.261538',
      buyLine: '3.40',
      sellLine: '3.40',
    });
    expect(of(block, '7')).toMatchObject({ listUnit: '0.142857', listLine: '1.00', sellLine: '1.00' });
  });

  it.each<[string, PriceBands, string]>([
    ['range', range, '0.999'],
    ['slab', slab, '0.5'],
    ['block', block, '0.001'],
  ])('%s: fewer units than the first band have no price', (_, bands, quantity) => {
    const [line] = price({
      products: [{ sku: 'LIC-1', entry: { bands } }],
      quote: { items: lines({ quantity }) },
    }).lines;
    expect(line).toMatchObject({ status: 'problem', problem: { type: 'below-first-band', from: '1' } });
  });
  it('PR-116 a quantity of 0 is priced as the first bound, at least one unit', () => {
    expect(of(range, '0')).toMatchObject({ listUnit: '100.00', listLine: '0.00' });
    expect(of(slab, '0').listUnit).toBe('100.00');
    expect(of(block, '0').listUnit).toBe('1.00');
    const fromFour: PriceBands = { ...block, bands: [{ from: '4', price: '6.00' }] };
    expect(of(fromFour, '0').listUnit).toBe('1.50');
    const fromZero: PriceBands = { ...block, bands: [{ from: '0', price: '6.00' }], overage: '2' };
    expect(of(fromZero, '0').listUnit).toBe('8.00');
  });

  it('PR-26 says which units have which price', () => {
    const listStep = (bands: PriceBands, quantity: string) => of(bands, quantity).buySteps[0];
    expect(listStep(slab, '13')).toMatchObject({
      step: 'list',
      amount: null,
      after: '98.846154',
      parts: [
        { kind: 'unit-price', units: '10', figure: '100' },
        { kind: 'unit-price', units: '3', figure: '95' },
      ],
    });
    expect(listStep(slab, '10')).toMatchObject({ amount: '100', parts: [] });
    expect(listStep(range, '11')).toMatchObject({ amount: '95', parts: [] });
    expect(listStep(withOverage, '13')?.parts).toEqual([
      { kind: 'block', units: '11', figure: '3' },
      { kind: 'unit-price', units: '2', figure: '0.2' },
    ]);
    expect(listStep(withOverage, '11')?.parts).toEqual([{ kind: 'block', units: '11', figure: '3' }]);
    expect(listStep(block, '13')?.parts).toEqual([{ kind: 'block', units: '13', figure: '3' }]);
    expect(listStep(withOverage, '7')?.parts).toEqual([{ kind: 'block', units: '7', figure: '1' }]);
    expect(of(slab, '13').sellSteps[0]).toEqual(listStep(slab, '13'));
  });

  it("PR-11 by family: the average price of the family's whole quantity applies to every line", () => {
    const bands: PriceBands = { ...slab, scope: 'family' };
    const priced = price({
      products: [
        { sku: 'LIC-1', entry: { bands } },
        { sku: 'LIC-2', list: '7' },
      ],
      quote: {
        items: lines(
          { quantity: '4' },
          { sku: 'LIC-2', quantity: '5' },
          { quantity: '2' },
          { quantity: '1', optional: true },
        ),
      },
    });
    // 11 of the family: 10 at 100 and 1 at 95; for the optional line, 12: 10 at 100 and 2 at 95.
    expect([0, 2, 3].map((index) => amountsOf(priced, index).listUnit)).toEqual([
      '99.545455',
      '99.545455',
      '99.166667',
    ]);
    expect(amountsOf(priced, 0).listLine).toBe('398.18');
    expect(amountsOf(priced, 0).buySteps[0]?.parts[0]?.units).toBe('10');
  });
  it('a line of quantity 0 has the price of the rest of its family', () => {
    const bands: PriceBands = { ...range, scope: 'family' };
    const priced = price({
      products: [{ sku: 'LIC-1', entry: { bands } }],
      quote: { items: lines({ quantity: '11' }, { quantity: '0' }) },
    });
    expect(amountsOf(priced, 1).listUnit).toBe('95.00');
  });
  it('the discounts of a policy come on top', () => {
    const priced = price({
      products: [{ sku: 'LIC-1', entry: { bands: slab } }],
      quote: { items: lines({ quantity: '11' }) },
      policy: { tierDiscounts: [{ tier: 'gold', family: null, percent: '20' }] },
    });
    expect(amountsOf(priced)).toMatchObject({ listLine: '1095.00', buyLine: '876.00' });
  });
});
