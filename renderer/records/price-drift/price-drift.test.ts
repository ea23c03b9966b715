import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumDecimals } from '#shared/domain/money/sum-decimals';
import { aBook, aLine, aQuote, lines, price } from '#shared/domain/quote/quote.test-kit';
import { linesOf, type Quote } from '#shared/domain/quote/quote';
import {
  canKeep,
  canKeepRate,
  decisionsFor,
  pricingDateFor,
  quoteAfter,
  rateOf,
  repricing,
  undoRepricing,
} from './decisions';
import { differenceOf, driftReport } from '#shared/domain/quote/price-drift';

/** The quote at these list prices, with this much off for the partner's tier. */
const priced = (quote: Quote, lists: Readonly<Record<string, string>>, tier = '10') =>
  price({
    quote,
    products: Object.entries(lists).map(([sku, list]) => ({ sku, list })),
    policy: { tierDiscounts: [{ tier: 'gold', family: null, percent: tier }] },
  });

describe('PR-32 the drift report', () => {
  const quote = aQuote({
    items: lines(
      { id: 'a', sku: 'LIC-1', quantity: '3' },
      { id: 'b', sku: 'LIC-2' },
      { id: 'c', sku: 'SUB-Y' },
    ),
  });
  const before = priced(quote, { 'LIC-1': '100', 'LIC-2': '50', 'SUB-Y': '20' });

  it('puts lines that lose their price first, then those that change, then the rest', () => {
    const after = priced(quote, { 'LIC-1': '100', 'LIC-2': '55' });
    const report = driftReport(quote, before, after);
    expect(report.map(({ line, kind, difference }) => [line.id, kind, difference])).toEqual([
      ['c', 'no-longer-priced', null],
      ['b', 'changed', '5'],
      ['a', 'unchanged', '0'],
    ]);
    expect(report[0]?.reasons).toEqual([
      { type: 'no-longer-priced', problem: { type: 'sku-not-in-book', sku: 'SUB-Y' } },
    ]);
    expect(report[1]?.reasons).toEqual([{ type: 'list', from: '50.00', to: '55.00' }]);
  });

  it('names each step whose rate is another, and not the amounts that only follow', () => {
    const after = priced(quote, { 'LIC-1': '101', 'LIC-2': '50', 'SUB-Y': '20' }, '12.5');
    const reasons = new Map(driftReport(quote, before, after).map((row) => [row.line.id, row.reasons]));
    const tier = {
      type: 'step',
      step: 'tier',
      from: { rate: '10', amount: null, rule: 'gold' },
      to: { rate: '12.5', amount: null, rule: 'gold' },
    };
    expect(reasons.get('a')).toEqual([{ type: 'list', from: '100.00', to: '101.00' }, tier]);
    expect(reasons.get('b')).toEqual([tier]);
  });

  it('differences sum to what the quote changes by', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 3, maxLength: 3 }), (cents) => {
        const lists = cents.map((value) => (value / 100).toFixed(2));
        const [one = '1', two = '1', three = '1'] = lists;
        const after = priced(quote, { 'LIC-1': one, 'LIC-2': two, 'SUB-Y': three });
        const sum = sumDecimals(driftReport(quote, before, after).map(({ difference }) => difference ?? '0'));
        expect(sum).toBe(differenceOf(before.totals.sell, after.totals.sell));
      }),
    );
  });
});

describe('PR-32 decisions', () => {
  const { header } = aBook({ bookId: 'book-1', version: 4 });
  const quote = aQuote({
    priceBook: { bookId: 'book-1', version: 3 },
    items: lines({ id: 'a' }, { id: 'b', keptVersion: 1 }, { id: 'c' }),
  });
  const rows = linesOf(quote).map((line, index) => ({
    line,
    kind: index === 2 ? ('no-longer-priced' as const) : ('changed' as const),
    before: null,
    after: null,
    difference: null,
    reasons: [],
  }));
  const plan = { target: header, choices: {}, pricingDate: quote.pricingDate, exchangeRate: null };

  it('take new prices unless told otherwise, and keep what would lose its price', () => {
    expect(repricing(quote, rows, plan).kept).toEqual([{ itemId: 'c', version: 3 }]);
  });

  it('keep the version a line already kept, not the one the quote is at', () => {
    const { kept } = repricing(quote, rows, { ...plan, choices: { a: 'keep', b: 'keep', c: 'take' } });
    expect(kept).toEqual([
      { itemId: 'a', version: 3 },
      { itemId: 'b', version: 1 },
    ]);
  });

  it('of a bundle are those of its parts: all from one version (PR-14)', () => {
    const part = aLine({ id: 'p', component: { parentId: 'a', optionId: 'o' } });
    const kinds = { a: 'unchanged', p: 'no-longer-priced' } as const;
    const bundle = [aLine({ id: 'a' }), part].map((line) => ({
      line,
      kind: line.id === 'p' ? kinds.p : kinds.a,
      before: null,
      after: null,
      difference: null,
      reasons: [],
    }));
    expect([...decisionsFor(bundle, {}).open]).toEqual(['a']);
    expect(repricing(quote, bundle, plan).kept.map(({ itemId }) => itemId)).toEqual(['a', 'p']);
    expect(repricing(quote, bundle, { ...plan, choices: { a: 'take' } }).kept).toEqual([]);
  });

  it('keep nothing where the policy says reprice, nor from another book', () => {
    const reprice = { ...header, policy: { ...header.policy, onNewVersion: 'reprice' as const } };
    const other = { ...header, bookId: 'book-2' };
    for (const target of [reprice, other]) {
      expect(canKeep(quote, target)).toBe(false);
      expect(repricing(quote, rows, { ...plan, target, choices: { a: 'keep' } }).kept).toEqual([]);
    }
  });

  it('come undone exactly', () => {
    const applied = quoteAfter(quote, repricing(quote, rows, { ...plan, choices: { a: 'keep' } }));
    const undone = quoteAfter(applied, undoRepricing(quote));
    expect(undone.priceBook).toEqual(quote.priceBook);
    expect(linesOf(undone).map(({ keptVersion }) => keptVersion ?? null)).toEqual([null, 1, null]);
  });

  it('renew the exchange rate to the newest, unless the new version still knows the frozen one (PR-5)', () => {
    const frozen = { rate: '4.25', date: '2026-02-20' };
    const inZloty = { ...quote, currency: 'PLN', exchangeRate: frozen };
    const rates = [frozen, { rate: '4.3', date: '2026-02-27' }].map((rate) => ({ ...rate, currency: 'PLN' }));
    const both = { ...header, exchangeRates: rates };
    expect(rateOf(inZloty, both)).toEqual({ rate: '4.3', date: '2026-02-27' });
    expect(canKeepRate(inZloty, both)).toBe(true);
    expect(canKeepRate(inZloty, { ...header, exchangeRates: rates.slice(1) })).toBe(false);
    expect(rateOf(quote, both)).toBeNull();
  });

  it('keep the pricing date while the new book is in force on it, so that a kept price stays what it was', () => {
    const later = { ...header, validFrom: '2026-11-10' };
    expect(pricingDateFor({ ...quote, pricingDate: '2026-11-15' }, later, '2026-11-21')).toBe('2026-11-15');
    expect(pricingDateFor({ ...quote, pricingDate: '2026-11-09' }, later, '2026-11-21')).toBe('2026-11-21');
  });
});
