import { describe, expect, it } from 'vitest';
import { amountsOf, aPolicy, lines, price, type Situation } from '../../quote/quote.test-kit';
import type { Distribution } from '../policy';

const fromList: Distribution = {
  distributor: { from: 'list', percentOff: '10' },
  reseller: { uplift: '5' },
};
const fromCost: Distribution = { ...fromList, distributor: { from: 'cost', uplift: '20' } };
const entry = { cost: '12.50' };

const bought = (distribution: Distribution, situation: Situation = {}) =>
  amountsOf(
    price({
      products: [{ sku: 'LIC-1', list: '20.00', entry }],
      ...situation,
      policy: { distribution, ...situation.policy },
    }),
  );
const asDistributor = { partner: { kind: 'distributor' as const } };

describe('two-tier distribution (PR-22)', () => {
  it('worked example 6: 20.00 less 10 % is 18.00 for the distributor; the reseller pays that plus 5 %, 18.90', () => {
    expect(bought(fromList, asDistributor).buyLine).toBe('18.00');
    expect(bought(fromList).buyLine).toBe('18.90');
    expect(bought(fromList).buySteps).toMatchObject([
      { step: 'list', after: '20.00' },
      { step: 'distributor-price', rule: 'list', basis: 'list', rate: '10', amount: null, after: '18.00' },
      { step: 'reseller-price', rule: 'uplift', basis: 'running', rate: '5', after: '18.90' },
      { step: 'quantity' },
    ]);
  });
  it('the distributor pays cost plus an uplift, where the policy says so', () => {
    expect(bought(fromCost, asDistributor).buySteps[1]).toMatchObject({
      step: 'distributor-price',
      rule: 'cost',
      rate: '20',
      amount: '12.5',
      before: '20.00',
      after: '15.00',
    });
    expect(bought(fromCost).buyLine).toBe('15.75');
  });
  it('an entry without a cost then has no price', () => {
    const [line] = price({ policy: { distribution: fromCost } }).lines;
    expect(line).toMatchObject({ problem: { type: 'invalid-number', field: 'cost', text: '' } });
    expect(amountsOf(price({ policy: { distribution: fromList } })).buyLine).toBe('94.50');
  });
  it('the steps of the policy follow; those of basis list still look at the list price', () => {
    const steps = (basis: 'running' | 'list') => ({
      buySteps: [{ step: 'tier' as const, basis, bestOf: null }],
      tierDiscounts: [{ tier: 'gold' as const, family: null, percent: '10' }],
    });
    expect(bought(fromList, { policy: steps('running') }).buyLine).toBe('17.01');
    expect(bought(fromList, { policy: steps('list') }).buyLine).toBe('16.90');
  });
  it('PR-5 costs are converted', () => {
    const situation: Situation = {
      book: {
        exchangeRates: [{ currency: 'PLN', rate: '4', date: '2026-02-27' }],
        policy: aPolicy({ distribution: fromCost }),
      },
      quote: { currency: 'PLN', exchangeRate: { rate: '4', date: '2026-02-27' } },
    };
    const { buyUnit, buySteps } = bought(fromCost, situation);
    expect(buyUnit).toBe('63.00');
    expect(buySteps[2]).toMatchObject({ step: 'distributor-price', amount: '50', after: '60.00' });
  });
  it('the customer still pays from list', () => {
    expect(bought(fromList).sellLine).toBe('20.00');
  });
});

describe("a reseller's book (PR-22)", () => {
  const own = (partner: object, quantity = '1', situation: Situation = {}) =>
    amountsOf(
      price({
        products: [{ sku: 'LIC-1', list: '20.00', entry: partner }],
        quote: { items: lines({ quantity }) },
        ...situation,
      }),
    );
  it('goes from list straight to what the partner pays', () => {
    expect(own({ partnerPrice: '18.90' }).buySteps[1]).toMatchObject({
      step: 'partner-price',
      rule: 'Gold EUR',
      basis: 'list',
      amount: '18.9',
      before: '20.00',
      after: '18.90',
    });
  });
  it('may be more than list', () => {
    expect(own({ partnerPrice: '25' }).buyLine).toBe('25.00');
  });
  it('by quantity, where the list price is', () => {
    const bands = {
      kind: 'slab',
      scope: 'line',
      bands: [
        { from: '1', price: '18' },
        { from: '11', price: '9' },
      ],
    };
    const { buyLine, buySteps } = own({ partnerPrice: '18', partnerBands: bands }, '12');
    expect(buyLine).toBe('198.00');
    expect(buySteps[1]).toMatchObject({
      amount: null,
      parts: [
        { kind: 'unit-price', units: '10', figure: '18' },
        { kind: 'unit-price', units: '2', figure: '9' },
      ],
    });
    expect(own({ partnerPrice: '18', partnerBands: bands }, '0.5').buyLine).toBe('9.00');
  });
  it('PR-5 is converted', () => {
    const { buyUnit, buySteps } = own({ partnerPrice: '18.90' }, '1', {
      book: { exchangeRates: [{ currency: 'PLN', rate: '4.1', date: '2026-02-27' }] },
      quote: { currency: 'PLN', exchangeRate: { rate: '4.1', date: '2026-02-27' } },
    });
    expect([buyUnit, buySteps[2]?.amount]).toEqual(['77.49', '77.49']);
  });
});
