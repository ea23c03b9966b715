import { describe, expect, it } from 'vitest';
import { amendmentLine } from '../quote/contract-lines';
import type { QuoteLine } from '../quote/quote';
import {
  aBook,
  aContract,
  aContractLine,
  amountsOf,
  anAgreement,
  anEntry,
  aPartner,
  aPolicy,
  lines,
  price,
  type Situation,
} from '../quote/quote.test-kit';
import type { PricingPolicy } from './policy';

type Floor = PricingPolicy['marginFloors'][number];
const block = { action: 'block' } as const;
const manager = { action: 'approval', approver: 'manager', order: 1 } as const;
const floor = (changes: Partial<Floor> = {}): Floor => ({
  scope: 'line',
  family: null,
  percent: '20',
  onBreach: block,
  ...changes,
});
const breachesOf = (situation: Situation) => price({ role: 'channel', ...situation }).breaches;
const soldAt = (unitPrice: string, changes = {}) => lines({ sell: { kind: 'fixed', unitPrice }, ...changes });
const thirtyOff = [anAgreement({ discounts: [{ family: null, sku: null, percent: '30' }] })];

describe('minimum price (PR-24, PR-124)', () => {
  const minimum = (minimumPrice: string, situation: Situation = {}) => ({
    ...situation,
    products: [{ sku: 'LIC-1', entry: { minimumPrice } }],
  });
  it('is broken by a unit sold for less, not by one sold for exactly it', () => {
    expect(breachesOf(minimum('95', { quote: { items: soldAt('95') } }))).toEqual([]);
    expect(breachesOf(minimum('95', { quote: { items: soldAt('94.999999') } }))).toEqual([
      {
        floor: 'minimum-price',
        lineId: 'line-1',
        value: '94.999999',
        limit: '95.00',
        onBreach: block,
      },
    ]);
  });
  it('compares the exact price, not the one that is shown', () => {
    const situation = { quote: { items: lines({ discountPercent: '66.666667' }) } };
    // 33.333333 exactly, against a third of 100 shown alike.
    expect(breachesOf(minimum('33.333333', situation))).toEqual([]);
    const third = { quote: { items: soldAt('50', { discountPercent: '33.333333' }) } };
    expect(breachesOf(minimum('33.333334', third))).toMatchObject([{ value: '33.333334' }]);
  });
  it('counts the line’s and the quote’s discount, and what the policy then does', () => {
    const situation: Situation = {
      quote: { discountPercent: '5', items: lines({ discountPercent: '5' }) },
      policy: { onMinimumPriceBreach: manager },
    };
    expect(breachesOf(minimum('90.26', situation))).toMatchObject([
      { value: '90.25', limit: '90.26', onBreach: manager },
    ]);
    expect(breachesOf(minimum('90.25', situation))).toEqual([]);
  });
  it('is without tax where prices include it', () => {
    const partner = { taxPolicy: { ...aPartner().taxPolicy, pricesIncludeTax: true } };
    const situation = { partner, quote: { items: soldAt('123') } };
    expect(breachesOf(minimum('100', situation))).toEqual([]);
    expect(breachesOf(minimum('100.01', situation))).toMatchObject([{ value: '100.00' }]);
  });
  it('is of a unit and period, whatever the quantity and term', () => {
    const recurring = { charge: { kind: 'recurring', period: 'month', termMonths: 36 } } as const;
    expect(
      breachesOf({
        products: [{ sku: 'LIC-1', entry: { minimumPrice: '90' }, product: recurring }],
        quote: { items: soldAt('89', { quantity: '12' }) },
      }),
    ).toMatchObject([{ value: '89.00' }]);
  });
  it('stands beside the line’s figures', () => {
    expect(amountsOf(price(minimum('95'))).minimumUnit).toBe('95.00');
    expect(amountsOf(price()).minimumUnit).toBeNull();
  });
  it('PR-125 a line of quantity 0 breaks none, an optional one does', () => {
    expect(breachesOf(minimum('95', { quote: { items: soldAt('1', { quantity: '0' }) } }))).toEqual([]);
    expect(breachesOf(minimum('95', { quote: { items: soldAt('1', { optional: true }) } }))).toHaveLength(1);
  });
});

describe('margin floors (PR-24, PR-126)', () => {
  const sold = (unitPrice: string, marginFloors: Floor[], situation: Situation = {}) =>
    breachesOf({
      agreements: thirtyOff,
      quote: { items: soldAt(unitPrice) },
      policy: { marginFloors },
      ...situation,
    });
  it('a line at exactly the floor is inside it', () => {
    // Bought at 70.
    expect(sold('87.50', [floor()])).toEqual([]);
    expect(sold('87.49', [floor()])).toEqual([
      { floor: 'line-margin', lineId: 'line-1', value: '19.990856', limit: '20', onBreach: block },
    ]);
  });
  it('nothing sold for what costs something has no margin %, and breaks the floor', () => {
    expect(sold('0', [floor()])).toMatchObject([{ value: null, limit: '20' }]);
    expect(sold('0', [floor()], { agreements: [], products: [{ sku: 'LIC-1', list: '0' }] })).toEqual([]);
  });
  it('a floor of 0 % is: not below what it costs', () => {
    expect(sold('70', [floor({ percent: '0' })])).toEqual([]);
    expect(sold('69', [floor({ percent: '0' })])).toMatchObject([{ value: '-1.449275', limit: '0' }]);
  });
  it('the family’s own floor stands in place of the one for every family', () => {
    const own = floor({ family: 'Licences', percent: '5' });
    const other = floor({ family: 'Cloud', percent: '90' });
    expect(sold('75', [floor(), own, other])).toEqual([]);
    expect(sold('73', [floor(), own, other])).toMatchObject([{ limit: '5' }]);
    expect(sold('75', [floor(), other])).toMatchObject([{ limit: '20' }]);
    expect(sold('75', [other])).toEqual([]);
  });
  it('every floor that is broken is named, each with what follows', () => {
    const graded = [floor({ percent: '20', onBreach: manager }), floor({ percent: '10', onBreach: block })];
    expect(sold('80', graded)).toMatchObject([{ limit: '20', onBreach: manager }]);
    expect(sold('71', graded)).toMatchObject([{ limit: '20' }, { limit: '10', onBreach: block }]);
  });
  it.each<[string, Partial<QuoteLine>[], string, string | null]>([
    ['a credit alone', [], '5.00', null],
    [
      'what is sold inside it, beside a larger credit',
      [{ sell: { kind: 'margin', percent: '20' } }],
      '5.00',
      null,
    ],
    [
      'what is sold below it, beside a credit',
      [{ sell: { kind: 'margin', percent: '10' } }],
      '9.00',
      '9.9991',
    ],
  ])('PR-125 the quote’s is about what is sold: %s', (_, sold, buyUnit, value) => {
    const found = breachesOf({
      policy: { creditReductions: true, marginFloors: [floor({ scope: 'quote' })] },
      products: [
        { sku: 'SUB-1', product: { charge: { kind: 'recurring', period: 'month', termMonths: 12 } } },
        { sku: 'LIC-1' },
      ],
      terms: { contracts: [aContract({ lines: [aContractLine({ buyUnit })] })] },
      quote: {
        contractId: 'contract-1',
        items: [
          amendmentLine(aContractLine(), {
            id: 'credit',
            action: 'reduce',
            quantity: '5',
            startsOn: '2026-01-01',
          }),
          ...lines(...sold),
        ],
      },
    });
    expect(found.map((breach) => breach.value)).toEqual(value === null ? [] : [value]);
  });

  it('of the quote: on its totals, without optional lines, named last', () => {
    const marginFloors = [floor({ scope: 'quote', percent: '20', onBreach: manager }), floor()];
    const items = lines({ quantity: '1', sell: { kind: 'fixed', unitPrice: '80' } }, { quantity: '9' });
    expect(sold('', marginFloors, { quote: { items } })).toMatchObject([
      { floor: 'line-margin', lineId: 'line-1' },
    ]);
    const dear = lines({ sell: { kind: 'fixed', unitPrice: '80' } }, { quantity: '9', optional: true });
    expect(sold('', marginFloors, { quote: { items: dear } })).toEqual([
      { floor: 'line-margin', lineId: 'line-1', value: '12.5', limit: '20', onBreach: block },
      { floor: 'quote-margin', lineId: null, value: '12.5', limit: '20', onBreach: manager },
    ]);
    expect(sold('', marginFloors, { quote: { items: [] } })).toEqual([]);
    expect(sold('87.5', marginFloors)).toEqual([]);
  });
  it('is checked after the quote-level discount', () => {
    const quote = { items: lines({}), discountPercent: '10' };
    expect(sold('', [floor({ percent: '22.3' })], { quote })).toMatchObject([{ value: '22.222222' }]);
    expect(sold('', [floor({ percent: '22.222222' })], { quote })).toEqual([]);
  });
});

describe('order (PR-24, PR-123)', () => {
  it('PR-123 a line that kept an older price is held to the floors of the quote’s own book version', () => {
    const older = aBook({ version: 2, policy: aPolicy({ marginFloors: [floor({ percent: '90' })] }) }, [
      anEntry({ list: '50.00' }),
    ]);
    const breaches = breachesOf({
      olderBook: () => older,
      policy: { marginFloors: [floor({ percent: '10' })] },
      quote: { items: lines({ keptVersion: 2 }) },
    });
    expect(breaches).toMatchObject([{ floor: 'line-margin', value: '0', limit: '10' }]);
  });
  it('all of one line, then the next line’s; of a line manual discount, minimum price, margin', () => {
    const breaches = breachesOf({
      role: 'rep',
      products: [{ sku: 'LIC-1', entry: { minimumPrice: '90' } }],
      policy: { marginFloors: [floor()] },
      quote: { items: lines({ discountPercent: '50' }, { discountPercent: '50' }) },
    });
    expect(breaches.map(({ floor, lineId }) => [floor, lineId])).toEqual([
      ['manual-discount', 'line-1'],
      ['minimum-price', 'line-1'],
      ['line-margin', 'line-1'],
      ['manual-discount', 'line-2'],
      ['minimum-price', 'line-2'],
      ['line-margin', 'line-2'],
    ]);
  });
});
