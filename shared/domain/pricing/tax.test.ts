import { describe, expect, it } from 'vitest';
import { amountsOf, anAccount, aPartner, lines, price, type Situation } from '../quote/quote.test-kit';

const { taxPolicy } = aPartner();
const reduced = { sku: 'BOOK-1', product: { taxCategory: 'reduced' } };
const untaxed = { sku: 'ODD-1', product: { taxCategory: 'unheard-of' } };
const groupsOf = (situation: Situation) => price(situation).totals.taxGroups;

describe('PR-40 rates (PR-110)', () => {
  const rateFor = (account: Situation['account'] & object) => {
    const [group] = groupsOf({ account });
    return [group?.percent, group?.reason];
  };
  it("is the customer's country's rate", () => {
    expect(rateFor(anAccount())).toEqual(['23', null]);
    expect(rateFor(anAccount({ country: 'CH', taxId: '' }))).toEqual(['0', null]);
  });
  it('is 0 with its reason for a business in a reverse-charge country', () => {
    expect(rateFor(anAccount({ country: 'DE', taxId: 'DE123456789' }))).toEqual(['0', 'reverse-charge']);
  });
  it("is the seller's for a customer there without a tax id, and at home with one", () => {
    expect(rateFor(anAccount({ country: 'DE', taxId: ' ' }))).toEqual(['23', null]);
    expect(rateFor(anAccount({ country: 'PL', taxId: 'PL1' }))).toEqual(['23', null]);
    const home = { ...taxPolicy, reverseChargeCountries: ['PL'] };
    expect(groupsOf({ partner: { taxPolicy: home } })[0]?.percent).toBe('23');
  });
  it("is the seller's where the policy has none for the country, and without a customer", () => {
    expect(rateFor(anAccount({ country: 'BR' }))).toEqual(['23', null]);
    expect(groupsOf({ account: null })[0]?.percent).toBe('23');
  });
  it('is 0 with its reason for a category nobody has a rate for', () => {
    expect(groupsOf({ products: [untaxed], quote: { items: lines({ sku: 'ODD-1' }) } })).toEqual([
      { category: 'unheard-of', percent: '0', net: '100.00', tax: '0.00', reason: 'no-rate-for-country' },
    ]);
  });
});

describe('PR-40 groups', () => {
  const items = lines(
    { quantity: '2' },
    { sku: 'BOOK-1' },
    { sku: 'LIC-1' },
    { sku: 'BOOK-1', optional: true },
  );
  const products = [{ sku: 'LIC-1', list: '9.99' }, reduced];

  it('sums each category and rate once, in an order that does not depend on the lines', () => {
    const expected = [
      { category: 'reduced', percent: '8', net: '100.00', tax: '8.00', reason: null },
      { category: 'standard', percent: '23', net: '29.97', tax: '6.89', reason: null },
    ];
    expect(groupsOf({ products, quote: { items } })).toEqual(expected);
    expect(groupsOf({ products, quote: { items: items.toReversed() } })).toEqual(expected);
  });
  it('PR-2 rounds the tax as the policy says', () => {
    const policy = { rounding: { unit: null, line: 'half-up', tax: 'up' } } as const;
    expect(groupsOf({ products, quote: { items }, policy })[1]?.tax).toBe('6.90');
  });
  it('PR-2 taxes yen in whole yen', () => {
    const yen = price({
      products: [{ sku: 'LIC-1', list: '333' }],
      quote: { currency: 'JPY' },
      book: { currency: 'JPY' },
    });
    expect(yen.totals).toMatchObject({ sell: '333', tax: '77', gross: '410' });
  });
});

describe('PR-108 prices that include tax', () => {
  const partner = { taxPolicy: { ...taxPolicy, pricesIncludeTax: true } };

  it('what the customer pays is the price as it stands; net and tax come out of it', () => {
    const priced = price({
      partner,
      quote: { items: lines({ quantity: '1.23', sell: { kind: 'fixed', unitPrice: '100' } }) },
    });
    expect(priced.totals).toMatchObject({ sell: '100.00', tax: '23.00', gross: '123.00' });
    expect(amountsOf(priced)).toMatchObject({ sellUnit: '81.300813', sellLine: '100.00' });
    expect(amountsOf(priced).sellSteps.at(-1)).toMatchObject({
      step: 'tax-extraction',
      amount: '23.00',
      before: '123.00',
      after: '100.00',
    });
  });
  it('PR-4 the nets of a group sum to its net, though each line alone would round otherwise', () => {
    const priced = price({
      partner,
      products: [{ sku: 'LIC-1', list: '0.99' }],
      quote: { items: lines({}, {}, {}) },
    });
    // 2.97 / 1.23 = 2.4146...; three times 0.80 would be 2.40.
    expect(priced.totals).toMatchObject({ sell: '2.41', tax: '0.56', gross: '2.97' });
    expect(priced.lines.map((_, index) => amountsOf(priced, index).sellLine)).toEqual([
      '0.81',
      '0.80',
      '0.80',
    ]);
  });
  it('PR-23 a price made from the buy price gets its tax on top, so that the margin is the one aimed at', () => {
    const priced = price({
      partner,
      quote: {
        items: lines(
          { sell: { kind: 'margin', percent: '20' } },
          { sell: { kind: 'markup', percent: '25' } },
        ),
      },
    });
    for (const index of [0, 1]) {
      expect(amountsOf(priced, index)).toMatchObject({
        sellLine: '125.00',
        margin: '25.00',
        marginPercent: '20',
      });
    }
    expect(priced.totals.gross).toBe('307.50');
  });
  it('takes the tax out of optional lines too', () => {
    const priced = price({
      partner,
      products: [{ sku: 'LIC-1', list: '123' }],
      quote: { items: lines({ optional: true }) },
    });
    expect(priced.totals).toMatchObject({ optionalSell: '100.00', gross: '0.00' });
  });
});
