import { describe, expect, it } from 'vitest';
import { amountsOf, lines, price, type Situation } from '../quote/quote.test-kit';
import { aPromotion, aSpecialBid } from '../quote/granted.test-kit';

const rates = [
  { currency: 'CZK', rate: '25', date: '2026-02-27' },
  { currency: 'PLN', rate: '4.2504', date: '2026-02-27' },
  { currency: 'PLN', rate: '4.20', date: '2026-02-20' },
];
const inZloty = (situation: Situation = {}, exchangeRate = { rate: '4.2504', date: '2026-02-27' }) =>
  price({
    ...situation,
    book: { ...situation.book, exchangeRates: rates },
    quote: { currency: 'PLN', exchangeRate, ...situation.quote },
  });
const problemOf = (situation: Situation) => {
  const [line] = price(situation).lines;
  return line?.status === 'problem' ? line.problem : null;
};

describe('PR-5 conversion', () => {
  it('multiplies the list price by the rate the quote has frozen, unrounded, before any discount', () => {
    const priced = inZloty({
      products: [{ sku: 'LIC-1', list: '33.33' }],
      policy: { tierDiscounts: [{ tier: 'gold', family: null, percent: '10' }] },
    });
    expect(amountsOf(priced).buySteps.slice(0, 3)).toMatchObject([
      { step: 'list', rule: 'Gold EUR v3', amount: '33.33', after: '33.33' },
      {
        step: 'conversion',
        rule: '2026-02-27',
        rate: '4.2504',
        basis: 'running',
        before: '33.33',
        after: '141.665832',
      },
      { step: 'tier', before: '141.665832', after: '127.499249' },
    ]);
    expect(amountsOf(priced)).toMatchObject({
      listUnit: '141.665832',
      listLine: '141.67',
      buyLine: '127.50',
    });
    expect(amountsOf(priced).sellSteps.map(({ step }) => step)).toEqual([
      'list',
      'conversion',
      'quantity',
      'line-rounding',
    ]);
    expect(priced.source.conversion).toEqual({ from: 'EUR', rate: '4.2504', date: '2026-02-27' });
    expect(priced.currency).toBe('PLN');
  });
  it('takes any of the rates of the book version, however it is written', () => {
    const priced = inZloty({}, { rate: '4.2', date: '2026-02-20' });
    expect(amountsOf(priced).listUnit).toBe('420.00');
    expect(priced.source.conversion?.rate).toBe('4.20');
  });
  it('has no prices without a rate, or with one the book does not have for that currency and day', () => {
    const quote = (exchangeRate: { rate: string; date: string } | null) => ({
      book: { exchangeRates: rates },
      quote: { currency: 'PLN', exchangeRate },
    });
    expect(problemOf(quote(null))).toEqual({ type: 'exchange-rate-missing', from: 'EUR', to: 'PLN' });
    expect(problemOf({ quote: { currency: 'PLN' } })).toMatchObject({ type: 'exchange-rate-missing' });
    for (const wrong of [
      { rate: '25', date: '2026-02-27' },
      { rate: '4.2504', date: '2026-02-20' },
      { rate: '4.2505', date: '2026-02-27' },
      { rate: 'a lot', date: '2026-02-27' },
    ]) {
      expect(problemOf(quote(wrong))).toEqual({ type: 'exchange-rate-unknown', ...wrong });
    }
    const bookWithout = { quote: { currency: 'PLN', exchangeRate: { rate: '4.2', date: '2026-02-20' } } };
    expect(problemOf(bookWithout)).toMatchObject({ type: 'exchange-rate-unknown' });
    expect(price(quote(null)).source.conversion).toBeNull();
  });
  it('PR-129 a quote in the currency of its book is not converted, whatever rate it names', () => {
    const priced = price({ quote: { exchangeRate: { rate: '2', date: '2026-01-01' } } });
    expect(amountsOf(priced).listUnit).toBe('100.00');
    expect(priced.source.conversion).toBeNull();
  });
  it("converts promotions, special bids and the minimum price, which are in the book's currency", () => {
    const quote = { items: lines({ quantity: '2' }) };
    const amountOff = aPromotion({ effect: { kind: 'amount-off', amount: '10' } });
    expect(amountsOf(inZloty({ quote, terms: { promotions: [amountOff] } }))).toMatchObject({
      buyUnit: '382.536',
      buyLine: '765.07',
    });
    const fixed = aPromotion({ effect: { kind: 'fixed-price', price: '50.00' } });
    const promoted = amountsOf(inZloty({ quote, terms: { promotions: [fixed] } }));
    expect(promoted.buyUnit).toBe('212.52');
    expect(promoted.buySteps[2]).toMatchObject({ step: 'promotion', amount: '212.52' });
    const bid = inZloty({
      quote: { ...quote, specialBidId: 'bid-1' },
      terms: { specialBids: [aSpecialBid()] },
    });
    expect(amountsOf(bid).buyUnit).toBe('255.024');
    const floored = inZloty({ products: [{ sku: 'LIC-1', entry: { minimumPrice: '90' } }] });
    expect(amountsOf(floored).minimumUnit).toBe('382.536');
  });
  it("a fixed price is in the quote's currency", () => {
    const priced = inZloty({ quote: { items: lines({ sell: { kind: 'fixed', unitPrice: '400' } }) } });
    expect(amountsOf(priced)).toMatchObject({ sellLine: '400.00', buyLine: '425.04' });
  });
});
