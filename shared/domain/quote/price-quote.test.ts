import { describe, expect, it } from 'vitest';
import type { Charge } from '../catalog/product';
import { addDays } from '../../lib/clock';
import { amountsOf, anAgreement, aSection, lines, price, type Situation } from './quote.test-kit';

const problemsOf = (situation: Situation) =>
  price(situation).lines.map((line) => (line.status === 'problem' ? line.problem : null));

describe('sell side', () => {
  it('PR-20 takes the manual discount, then the share of the quote-level one; PR-3 totals are sums of lines', () => {
    const priced = price({
      quote: {
        discountPercent: '10',
        items: lines({ quantity: '3', discountPercent: '5' }, { quantity: '1' }),
      },
      agreements: [anAgreement()],
    });
    expect(amountsOf(priced).sellSteps.map(({ step, per, after }) => [step, per, after])).toEqual([
      ['list', 'unit', '100.00'],
      ['line-discount', 'unit', '95.00'],
      ['quantity', 'line', '285.00'],
      ['quote-discount', 'line', '256.50'],
    ]);
    expect(amountsOf(priced)).toMatchObject({ sellUnit: '85.50', sellLine: '256.50', buyLine: '285.00' });
    expect(priced.totals).toMatchObject({
      list: '400.00',
      buy: '380.00',
      quoteDiscount: '38.50',
      sell: '346.50',
      tax: '79.70',
      gross: '426.20',
      margin: '-33.50',
      marginPercent: '-9.66811',
    });
  });
  it('PR-20 a fixed price stands instead of list, and is still discounted by hand', () => {
    const priced = price({
      quote: {
        items: lines({
          sell: { kind: 'fixed', unitPrice: '79.999999' },
          discountPercent: '10',
          quantity: '1000',
        }),
      },
    });
    expect(amountsOf(priced)).toMatchObject({ sellUnit: '71.999999', sellLine: '72000.00' });
  });
  it('PR-23 a zero sell has no margin %', () => {
    const priced = price({ quote: { items: lines({ discountPercent: '100' }) } });
    expect(amountsOf(priced)).toMatchObject({ sellLine: '0.00', margin: '-100.00', marginPercent: null });
    expect(priced.totals.marginPercent).toBeNull();
  });
  it('PR-111 shows the discounted unit price though lines share the discount to the cent', () => {
    const priced = price({
      products: [{ sku: 'LIC-1', list: '0.33' }],
      quote: { discountPercent: '10', items: lines({}, {}, {}) },
    });
    expect(priced.lines.map((_, index) => amountsOf(priced, index).sellLine)).toEqual([
      '0.29',
      '0.30',
      '0.30',
    ]);
    expect(amountsOf(priced, 0).sellUnit).toBe('0.297');
  });
  it('sections and order of lines change no price; `lines` follow the quote', () => {
    const [first, second] = lines({ quantity: '2' }, { quantity: '5' });
    const priced = price({ quote: { items: [aSection(), second, first].flatMap((item) => item ?? []) } });
    expect(priced.lines.map(({ lineId }) => lineId)).toEqual(['line-2', 'line-1']);
    expect(priced.totals.sell).toBe('700.00');
  });
});

describe('lines outside the totals', () => {
  it('optional lines are priced and counted apart, and share no quote-level discount', () => {
    const priced = price({
      quote: { discountPercent: '10', items: lines({}, { quantity: '2', optional: true }) },
    });
    expect(amountsOf(priced, 1).sellLine).toBe('200.00');
    expect(priced.totals).toMatchObject({
      list: '100.00',
      sell: '90.00',
      buy: '100.00',
      optionalSell: '200.00',
    });
  });
  it('PR-102 a line of quantity 0 has a unit price and amounts of zero', () => {
    const priced = price({ quote: { discountPercent: '10', items: lines({ quantity: '0' }, {}) } });
    expect(amountsOf(priced)).toMatchObject({
      listUnit: '100.00',
      sellUnit: '90.00',
      sellLine: '0.00',
      marginPercent: null,
    });
    expect(priced.totals.sell).toBe('90.00');
  });
  it('an empty quote is worth zero and taxes nothing', () => {
    expect(price({ quote: { items: [], discountPercent: '10' } }).totals).toMatchObject({
      sell: '0.00',
      gross: '0.00',
      marginPercent: null,
      taxGroups: [],
    });
  });
});

describe('PR-10 charges (PR-107)', () => {
  const sold = (charge: Charge, list = '10.00', quantity = '3') =>
    price({ products: [{ sku: 'LIC-1', list, product: { charge } }], quote: { items: lines({ quantity }) } });

  it('a monthly price is charged for each month of the term', () => {
    const priced = sold({ kind: 'recurring', period: 'month', termMonths: 36 });
    expect(amountsOf(priced)).toMatchObject({
      sellUnit: '10.00',
      listLine: '1080.00',
      buyLine: '1080.00',
      sellLine: '1080.00',
    });
    expect(amountsOf(priced).sellSteps.at(-1)).toMatchObject({
      step: 'term',
      rule: 'month',
      amount: '36',
      after: '1080.00',
    });
    expect(priced.totals).toMatchObject({ recurringSell: '1080.00', oneTimeSell: '0.00' });
  });
  it('a yearly price for months / 12 of a year, exactly until the line is rounded', () => {
    expect(amountsOf(sold({ kind: 'recurring', period: 'year', termMonths: 18 })).sellLine).toBe('45.00');
    // 35.00 x 13 / 12 = 37.9166...
    expect(
      amountsOf(sold({ kind: 'recurring', period: 'year', termMonths: 13 }, '35.00', '1')).sellLine,
    ).toBe('37.92');
  });
  it('one-time and recurring add up to what is sold', () => {
    const priced = price({
      products: [
        { sku: 'LIC-1' },
        {
          sku: 'SUB-1',
          list: '5',
          product: { charge: { kind: 'recurring', period: 'month', termMonths: 12 } },
        },
      ],
      quote: { discountPercent: '7', items: lines({}, { sku: 'SUB-1' }) },
    });
    expect(priced.totals).toMatchObject({ oneTimeSell: '93.00', recurringSell: '55.80', sell: '148.80' });
  });
  it('usage is priced, but in no committed figure, and takes no share of the quote-level discount', () => {
    const priced = price({
      products: [{ sku: 'LIC-1' }, { sku: 'USE-1', list: '0.05', product: { charge: { kind: 'usage' } } }],
      quote: { discountPercent: '10', items: lines({}, { sku: 'USE-1', quantity: '1000' }) },
    });
    expect(amountsOf(priced, 1)).toMatchObject({ sellUnit: '0.05', sellLine: '50.00' });
    expect(priced.totals).toMatchObject({
      sell: '90.00',
      usageSell: '50.00',
      optionalSell: '0.00',
      oneTimeSell: '90.00',
    });
  });
});

describe('lines without a price stay on the quote and outside the totals', () => {
  it('names a SKU that the book or the catalog does not have', () => {
    const priced = price({ quote: { items: lines({ sku: 'GONE' }, {}) } });
    expect(priced.lines[0]).toEqual({
      lineId: 'line-1',
      sku: 'GONE',
      optional: false,
      status: 'problem',
      problem: { type: 'sku-not-in-book', sku: 'GONE' },
    });
    expect(priced.totals.sell).toBe('100.00');
  });
  it('PR-30 an entry applies on its first day and not on the day that ends it', () => {
    const on = (pricingDate: string) =>
      problemsOf({
        quote: { pricingDate },
        products: [{ sku: 'LIC-1', entry: { validFrom: '2026-02-10', validUntil: '2026-03-10' } }],
      })[0];
    expect(on('2026-02-09')).toEqual({ type: 'price-not-yet-valid', from: '2026-02-10' });
    expect(on('2026-02-10')).toBeNull();
    expect(on('2026-03-09')).toBeNull();
    expect(on('2026-03-10')).toEqual({ type: 'price-ended', until: '2026-03-10' });
  });
  it('PR-30 so does a book', () => {
    const on = (pricingDate: string) =>
      problemsOf({ quote: { pricingDate }, book: { validFrom: '2026-01-01', validUntil: '2026-04-01' } })[0];
    expect(on('2025-12-31')).toEqual({ type: 'price-not-yet-valid', from: '2026-01-01' });
    expect(on('2026-04-01')).toEqual({ type: 'price-ended', until: '2026-04-01' });
  });
  it('PR-5 a quote in another currency than its book has no prices without a rate', () => {
    expect(problemsOf({ quote: { currency: 'PLN' } })).toEqual([
      { type: 'exchange-rate-missing', from: 'EUR', to: 'PLN' },
    ]);
  });
  it('PR-23 no price has a margin of 100 %', () => {
    expect(problemsOf({ quote: { items: lines({ sell: { kind: 'margin', percent: '100' } }) } })).toEqual([
      { type: 'margin-impossible', percent: '100' },
    ]);
  });
  it('figures no schema would let through are named, not thrown', () => {
    const items = lines(
      { quantity: 'abc' },
      { quantity: '-1' },
      { discountPercent: '101' },
      { sell: { kind: 'fixed', unitPrice: '1e9' } },
      { sell: { kind: 'markup', percent: '' } },
    );
    expect(problemsOf({ quote: { items } })).toEqual([
      { type: 'invalid-number', field: 'quantity', text: 'abc' },
      { type: 'invalid-number', field: 'quantity', text: '-1' },
      { type: 'invalid-number', field: 'discount', text: '101' },
      { type: 'invalid-number', field: 'sell', text: '1e9' },
      { type: 'invalid-number', field: 'sell', text: '' },
    ]);
    expect(problemsOf({ quote: { discountPercent: 'x' } })).toMatchObject([{ field: 'quote-discount' }]);
    expect(problemsOf({ products: [{ sku: 'LIC-1', list: 'free' }] })).toMatchObject([{ field: 'list' }]);
  });
});

describe('PR-31 validity', () => {
  const expiresOn = '2026-03-31';
  const earlier = addDays(expiresOn, -1);
  const agreement = anAgreement({ validUntil: earlier, name: 'Frame' });
  const validity = (situation: Situation) =>
    price({ ...situation, quote: { expiresOn, ...situation.quote } }).validity;

  it("is the quote's own expiry when nothing ends before", () => {
    expect(validity({})).toEqual({ until: expiresOn, because: 'quote', name: 'Q-7K2M-0042' });
  });
  it("is the book's, an entry's or an agreement's end when that is earlier, by name", () => {
    expect(validity({ book: { validUntil: earlier } })).toEqual({
      until: earlier,
      because: 'price-book',
      name: 'Gold EUR',
    });
    expect(validity({ products: [{ sku: 'LIC-1', entry: { validUntil: earlier } }] })).toEqual({
      until: earlier,
      because: 'price-entry',
      name: 'LIC-1',
    });
    expect(validity({ agreements: [agreement] })).toEqual({
      until: earlier,
      because: 'agreement',
      name: 'Frame',
    });
  });
  it('PR-109 of two on the same day the quote stands before the book', () => {
    expect(validity({ book: { validUntil: expiresOn } }).because).toBe('quote');
    expect(validity({ book: { validUntil: earlier }, agreements: [agreement] }).because).toBe('price-book');
  });
  it('an agreement that no line uses binds nothing', () => {
    const unused = { ...agreement, discounts: [{ sku: 'OTHER', family: null, percent: '5' }] };
    expect(validity({ agreements: [unused] }).because).toBe('quote');
  });
});

describe('PR-24 PR-106 manual discount above what the role may give', () => {
  const isOver = (situation: Situation) => price(situation).breaches.length > 0;
  const line = (discountPercent: string) => ({ quote: { items: lines({ discountPercent }) } });

  it('a rep may give 10 %, a manager 25 %, the vendor anything', () => {
    expect(isOver(line('10'))).toBe(false);
    expect(isOver(line('10.000001'))).toBe(true);
    expect(isOver({ ...line('25'), role: 'manager' })).toBe(false);
    expect(isOver({ ...line('26'), role: 'manager' })).toBe(true);
    expect(isOver({ ...line('99'), role: 'channel' })).toBe(false);
  });
  it("counts the quote's discount together with the line's", () => {
    // 1 - 0.95 x 0.95 = 9.75 %; 1 - 0.95 x 0.94 = 10.7 %.
    const both = (discountPercent: string) =>
      isOver({ quote: { discountPercent, items: lines({ discountPercent: '5' }) } });
    expect(both('5')).toBe(false);
    expect(both('6')).toBe(true);
  });
  it('counts a fixed price as the discount from list it is', () => {
    const fixed = (unitPrice: string, discountPercent = '0') =>
      isOver({ quote: { items: lines({ sell: { kind: 'fixed', unitPrice }, discountPercent }) } });
    expect(fixed('90')).toBe(false);
    expect(fixed('89.99')).toBe(true);
    expect(fixed('120', '20')).toBe(false);
    expect(fixed('95', '10')).toBe(true);
  });
  it('does not count the quote-level discount on a line it does not reach', () => {
    expect(isOver({ quote: { discountPercent: '50', items: lines({ optional: true }) } })).toBe(false);
  });
});
