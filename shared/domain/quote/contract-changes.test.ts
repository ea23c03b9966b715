import { describe, expect, it } from 'vitest';
import { compare } from '../money/exact';
import { decimal } from '../money/parse-decimal';
import type { PricingPolicy } from '../pricing/policy';
import type { LineProblem, PricedQuote } from '../pricing/priced';
import { replaySteps } from '../pricing/replay-steps';
import { amendmentLine, renewalLines } from './contract-lines';
import {
  aContract,
  aContractLine,
  amountsOf,
  aPartner,
  lines,
  price,
  type Situation,
} from './quote.test-kit';
import type { QuoteLine } from './quote';

/** "SUB-1" is 20.00 a month in today's book; the contract of 5 has it at 12.00 list, 8.00 buy, 10.00 sell. */
const changing = (
  items: readonly Partial<QuoteLine>[],
  policy: Partial<PricingPolicy> = {},
  more: Situation = {},
) =>
  price({
    products: [
      {
        sku: 'SUB-1',
        list: '20.00',
        product: { charge: { kind: 'recurring', period: 'month', termMonths: 12 }, family: 'Cloud' },
      },
      { sku: 'LIC-1' },
    ],
    ...more,
    quote: { contractId: 'contract-1', items: lines(...items), ...more.quote },
    policy: { proration: 'monthly-exact', ...policy },
    terms: { contracts: [aContract()], ...more.terms },
  });
const amendment = (action: 'add' | 'reduce', quantity = '2', startsOn = '2026-10-01'): QuoteLine =>
  amendmentLine(aContractLine(), { id: 'line-1', action, quantity, startsOn });
const renewal = (changes: Partial<QuoteLine> = {}): QuoteLine => ({
  ...(renewalLines(aContract(), () => 'line-1')[0] ?? amendment('add')),
  ...changes,
});
const problemOf = ({ lines: [line] }: PricedQuote): LineProblem | null =>
  line?.status === 'problem' ? line.problem : null;
const stepsOf = (priced: PricedQuote, side: 'buySteps' | 'sellSteps' = 'sellSteps') =>
  amountsOf(priced)[side].map(({ step, after }) => [step, after]);
const replays = (priced: PricedQuote) => {
  const amounts = amountsOf(priced);
  const { buyLine, sellLine } = replaySteps(amounts);
  expect(compare(sellLine, decimal(amounts.sellLine))).toBe(0);
  expect(compare(buyLine, decimal(amounts.buyLine))).toBe(0);
};

describe('PR-50 adding to a contract', () => {
  it('takes the current book, prorated to the contract’s end, whatever new lines join by', () => {
    for (const coTerm of ['none', 'average', 'earliest-plus-term', 'to-date'] as const) {
      const priced = changing([amendment('add')], { coTerm });
      expect(amountsOf(priced)).toMatchObject({
        sellUnit: '20.00',
        // 20.00 x 2 x 3 months.
        sellLine: '120.00',
        period: { startsOn: '2026-10-01', endsOn: '2026-12-31' },
      });
    }
  });
  it('still needs the contract and its line', () => {
    const change = (contractLineId: string) => ({
      ...amendment('add'),
      contractChange: { contractLineId, action: 'add' as const },
    });
    expect(problemOf(changing([change('gone')]))).toEqual({
      type: 'invalid-contract-change',
      why: 'line-missing',
    });
  });
});

describe('PR-50 taking from a contract', () => {
  const credit = { creditReductions: true };

  it('gives back what was contracted for the time left, without any discount', () => {
    const both = changing([], credit, {
      quote: {
        discountPercent: '10',
        items: lines(
          { ...amendment('reduce'), discountPercent: '50', sell: { kind: 'markup', percent: '10' } },
          { sku: 'LIC-1' },
        ),
      },
    });
    expect(amountsOf(both)).toMatchObject({
      quantity: '2',
      listUnit: '12.00',
      buyUnit: '8.00',
      sellUnit: '10.00',
      listLine: '-72.00',
      buyLine: '-48.00',
      sellLine: '-60.00',
      margin: '-12.00',
      marginPercent: '20',
      period: { startsOn: '2026-10-01', endsOn: '2026-12-31' },
      payments: [{ month: 0, dueOn: '2026-10-01', amount: '-60.00' }],
    });
    expect(stepsOf(both)).toEqual([
      ['contract', '10.00'],
      ['quantity', '20.00'],
      ['term', '60.00'],
      ['credit', '-60.00'],
    ]);
    expect(stepsOf(both, 'buySteps')[0]).toEqual(['contract', '8.00']);
    expect(amountsOf(both).sellSteps[0]?.rule).toBe('C-1001');
    replays(both);
    // 100.00 less 10 %, and the credit in full.
    expect(both.totals).toMatchObject({
      list: '28.00',
      buy: '52.00',
      sell: '30.00',
      quoteDiscount: '10.00',
      oneTimeSell: '90.00',
      recurringSell: '-60.00',
      tax: '6.90',
      gross: '36.90',
    });
    expect(both.breaches.filter(({ lineId }) => lineId === 'line-1')).toEqual([]);
  });
  it('rounds what is given back as any line, once', () => {
    const priced = changing([amendment('reduce', '1', '2026-10-15')], credit);
    // Two months and 17 days of the 31 from 15 December: 25.4838...
    expect(amountsOf(priced)).toMatchObject({ buyLine: '-20.39', sellLine: '-25.48' });
    expect(stepsOf(priced).slice(-2)).toEqual([
      ['line-rounding', '25.48'],
      ['credit', '-25.48'],
    ]);
    replays(priced);
  });
  it('gives nothing back where the policy does not, and says so', () => {
    const priced = changing([amendment('reduce')]);
    expect(amountsOf(priced)).toMatchObject({ listLine: '0.00', buyLine: '0.00', sellLine: '0.00' });
    expect(amountsOf(priced).sellSteps.at(-1)).toMatchObject({
      step: 'credit',
      note: 'no-credit',
      after: '0.00',
    });
    replays(priced);
  });
  it('from the contract line’s first day, if that is later', () => {
    const later = aContract({ lines: [aContractLine({ startsOn: '2026-06-01' })] });
    const priced = changing([amendment('reduce', '1', '2026-04-01')], credit, {
      terms: { contracts: [later] },
    });
    expect(amountsOf(priced)).toMatchObject({
      sellLine: '-70.00',
      period: { startsOn: '2026-06-01', endsOn: '2026-12-31' },
    });
  });
  it('from the pricing date at the earliest: what was used is not given back', () => {
    const priced = changing([amendment('reduce', '1', '2026-01-01')], credit);
    expect(amountsOf(priced)).toMatchObject({
      sellLine: '-100.00',
      period: { startsOn: '2026-03-01', endsOn: '2026-12-31' },
    });
  });
  it('needs neither the book’s price nor the catalog’s period', () => {
    const yearly = aContract({ lines: [aContractLine({ period: 'year', sku: 'LIC-1', sellUnit: '120' })] });
    const priced = changing([{ ...amendment('reduce'), sku: 'LIC-1' }], credit, {
      terms: { contracts: [yearly] },
      products: [{ sku: 'LIC-1', entry: { sku: 'other' } }],
    });
    // 120.00 a year x 2 x 3 / 12.
    expect(amountsOf(priced)).toMatchObject({
      sellLine: '-60.00',
      charge: { kind: 'recurring', period: 'year', termMonths: 12 },
    });
  });
  it('tax is given back with it; a group may be below zero (PR-163)', () => {
    const priced = changing([amendment('reduce')], credit);
    expect(priced.totals).toMatchObject({
      sell: '-60.00',
      taxGroups: [{ net: '-60.00', tax: '-13.80' }],
      gross: '-73.80',
    });
  });
  it('where prices include tax the contract’s net gets it on top, and it comes out again (PR-108, PR-163)', () => {
    const partner = { taxPolicy: { ...aPartner().taxPolicy, pricesIncludeTax: true } };
    const priced = changing(
      [amendment('reduce', '1', '2026-12-01'), { sku: 'LIC-1' }, { sku: 'LIC-1' }],
      credit,
      {
        partner,
        products: [
          {
            sku: 'SUB-1',
            product: { charge: { kind: 'recurring', period: 'month', termMonths: 12 } },
          },
          { sku: 'LIC-1', list: '0.99' },
        ],
      },
    );
    // 12.30 back and 1.98 sold is -10.32 gross, of which 1.93 is tax; of the credit alone it is 2.30.
    expect(priced.totals).toMatchObject({ sell: '-8.39', tax: '-1.93', gross: '-10.32' });
    expect(priced.lines.map((_, index) => amountsOf(priced, index).sellLine)).toEqual([
      '-10.00',
      '0.81',
      '0.80',
    ]);
    expect(amountsOf(priced).sellUnit).toBe('10.00');
    expect(stepsOf(priced).map(([step]) => step)).toEqual([
      'contract',
      'tax-gross-up',
      'quantity',
      'term',
      'credit',
      'tax-extraction',
    ]);
    replays(priced);
  });
  it.each([
    ['contract-missing', {}, { quote: { contractId: null } }],
    ['line-missing', { contractChange: { contractLineId: 'x', action: 'reduce' } }, {}],
    ['sku-differs', { sku: 'LIC-1' }, {}],
    ['too-many', { quantity: '5.001' }, {}],
    ['after-end', { term: { ...amendment('reduce').term, startsOn: '2027-01-01' } as QuoteLine['term'] }, {}],
  ] as const)('PR-160 %s', (why, changes, more: Situation) => {
    const items = lines({ ...amendment('reduce'), ...changes });
    const priced = changing([], credit, {
      ...more,
      quote: { contractId: 'contract-1', items, ...more.quote },
    });
    expect(problemOf(priced)).toEqual({ type: 'invalid-contract-change', why });
  });
  it('to the last unit and the last day', () => {
    expect(amountsOf(changing([amendment('reduce', '5', '2026-12-31')], credit)).sellLine).toBe('-1.61');
  });
  it('needs a first day, and has no ramp', () => {
    const { term } = amendment('reduce');
    const odd = (changes: object) =>
      problemOf(changing([{ ...amendment('reduce'), term: term && { ...term, ...changes } }], credit));
    expect(odd({ startsOn: null })).toEqual({ type: 'invalid-term', why: 'start-missing' });
    expect(problemOf(changing([{ ...amendment('reduce'), term: null }], credit))).toEqual({
      type: 'invalid-term',
      why: 'start-missing',
    });
    expect(odd({ ramp: [{ months: 3, quantity: '1' }] })).toEqual({
      type: 'invalid-term',
      why: 'ramp-length',
    });
  });
  it('PR-161 several lines take no more than there is together; an optional one is judged as if it were taken', () => {
    const taking = (...quantities: readonly (readonly [string, boolean])[]) =>
      changing(
        quantities.map(([quantity, optional], index) => ({
          ...amendment('reduce', quantity),
          id: `line-${index + 1}`,
          optional,
        })),
        credit,
      ).lines.map(({ status }) => status);
    expect(taking(['2', false], ['3', false])).toEqual(['priced', 'priced']);
    expect(taking(['2', false], ['4', false])).toEqual(['problem', 'problem']);
    expect(taking(['2', false], ['4', true])).toEqual(['priced', 'problem']);
    expect(taking(['2', false], ['3', true])).toEqual(['priced', 'priced']);
  });
  it('does not count for volume', () => {
    const schedule = {
      id: 'volume',
      scope: 'family',
      family: null,
      bands: [{ from: '3', percent: '10' }],
    } as const;
    const policy = { ...credit, volumeSchedules: [{ ...schedule, bands: [...schedule.bands] }] };
    const priced = changing([amendment('reduce', '2'), { sku: 'SUB-1', quantity: '2' }], policy);
    expect(amountsOf(priced, 1).buyUnit).toBe('20.00');
  });
});

describe('PR-51 renewing', () => {
  it('at the contracted prices, for the product’s term from the day after', () => {
    const priced = changing([renewal()]);
    expect(amountsOf(priced)).toMatchObject({
      quantity: '5',
      listUnit: '12.00',
      buyUnit: '8.00',
      sellUnit: '10.00',
      listLine: '720.00',
      buyLine: '480.00',
      sellLine: '600.00',
      period: { startsOn: '2027-01-01', endsOn: '2027-12-31' },
    });
    expect(stepsOf(priced)).toEqual([
      ['contract', '10.00'],
      ['quantity', '50.00'],
      ['term', '600.00'],
    ]);
  });
  it('with an uplift after the contracted discounts', () => {
    const priced = changing([renewal()], { renewal: { kind: 'uplift', percent: '7.5' } });
    expect(amountsOf(priced)).toMatchObject({ listUnit: '12.00', buyUnit: '8.60', sellUnit: '10.75' });
    expect(stepsOf(priced).slice(0, 2)).toEqual([
      ['contract', '10.00'],
      ['uplift', '10.75'],
    ]);
    replays(priced);
  });
  it('or from the current book', () => {
    const priced = changing([renewal()], { renewal: { kind: 'current-book' } });
    expect(amountsOf(priced)).toMatchObject({
      sellUnit: '20.00',
      sellLine: '1200.00',
      period: { startsOn: '2027-01-01', endsOn: '2027-12-31' },
    });
    expect(stepsOf(priced)[0]?.[0]).toBe('list');
  });
  it('PR-161 of no more than the contract has, all lines of the quote together', () => {
    expect(problemOf(changing([renewal({ quantity: '5' })]))).toBeNull();
    const tooMany = { type: 'invalid-contract-change', why: 'too-many' };
    expect(problemOf(changing([renewal({ quantity: '5.001' })]))).toEqual(tooMany);
    expect(problemOf(changing([renewal({ quantity: '3' }), renewal({ quantity: '3' })]))).toEqual(tooMany);
    // At today's price it is a new line in all but name.
    const current = { renewal: { kind: 'current-book' } } as const;
    expect(problemOf(changing([renewal({ quantity: '50' })], current))).toBeNull();
  });
  it('for another quantity and time, with a discount by hand and the quote’s', () => {
    const items = lines({
      ...renewal(),
      quantity: '4',
      discountPercent: '10',
      term: {
        startsOn: '2027-02-01',
        end: { kind: 'months', months: 6 },
        billing: 'monthly',
        ramp: [],
      },
    });
    const priced = changing([], {}, { quote: { contractId: 'contract-1', items, discountPercent: '50' } });
    expect(amountsOf(priced)).toMatchObject({
      sellUnit: '4.50',
      sellLine: '108.00',
      buyLine: '192.00',
      period: { startsOn: '2027-02-01', endsOn: '2027-07-31' },
    });
  });
  it('to the contract’s end, where the line ended earlier', () => {
    const contract = aContract({ lines: [aContractLine({ endsOn: '2026-09-30' })] });
    const term = { startsOn: null, end: { kind: 'contract' }, billing: 'upfront', ramp: [] } as const;
    const priced = changing(
      [renewal({ term: { ...term, ramp: [] } })],
      { coTerm: 'average' },
      { terms: { contracts: [contract] } },
    );
    expect(amountsOf(priced)).toMatchObject({
      sellLine: '150.00',
      period: { startsOn: '2026-10-01', endsOn: '2026-12-31' },
    });
  });
  it('sold at a markup or a fixed price instead', () => {
    const sell = (sell: QuoteLine['sell']) => amountsOf(changing([renewal({ sell })])).sellUnit;
    expect(sell({ kind: 'markup', percent: '50' })).toBe('12.00');
    expect(sell({ kind: 'margin', percent: '50' })).toBe('16.00');
    expect(sell({ kind: 'fixed', unitPrice: '11' })).toBe('11.00');
  });
  it('rounds units where the policy does', () => {
    const rounding = { unit: { mode: 'up', decimals: 0 }, line: 'half-up', tax: 'half-up' } as const;
    const priced = changing([renewal()], { renewal: { kind: 'uplift', percent: '7.5' }, rounding });
    expect(amountsOf(priced)).toMatchObject({ buyUnit: '9.00', sellUnit: '11.00' });
  });
  it('counts for volume', () => {
    const schedule = {
      id: 'volume',
      scope: 'family',
      family: null,
      bands: [{ from: '6', percent: '10' }],
    } as const;
    const priced = changing([renewal(), { sku: 'SUB-1' }], {
      volumeSchedules: [{ ...schedule, bands: [...schedule.bands] }],
    });
    expect(amountsOf(priced, 1).buyUnit).toBe('18.00');
    expect(amountsOf(priced, 0).buyUnit).toBe('8.00');
  });
  it('a contract in another currency has no price here', () => {
    const priced = changing([renewal()], {}, { terms: { contracts: [aContract({ currency: 'PLN' })] } });
    expect(problemOf(priced)).toEqual({ type: 'currency-mismatch', book: 'PLN', quote: 'EUR' });
  });
  it('where prices include tax the contract’s net gets it on top (PR-108, PR-162)', () => {
    const partner = { taxPolicy: { ...aPartner().taxPolicy, pricesIncludeTax: true } };
    const priced = changing([renewal()], {}, { partner });
    expect(amountsOf(priced)).toMatchObject({ sellUnit: '10.00', sellLine: '600.00' });
    expect(priced.totals.gross).toBe('738.00');
    expect(
      amountsOf(changing([renewal({ sell: { kind: 'fixed', unitPrice: '12.30' } })], {}, { partner }))
        .sellUnit,
    ).toBe('10.00');
  });
  it('in any state of the book: the product may no longer be in it', () => {
    const priced = changing(
      [renewal()],
      {},
      {
        products: [
          {
            sku: 'SUB-1',
            entry: { validUntil: '2026-01-02' },
            product: { charge: { kind: 'recurring', period: 'year', termMonths: 24 } },
          },
        ],
      },
    );
    // By the contract's month and the product's 24 of them.
    expect(amountsOf(priced)).toMatchObject({ sellLine: '1200.00', charge: { period: 'month' } });
    expect(priced.validity.because).toBe('quote');
  });
});

describe('lines made from a contract', () => {
  it('PR-51 renew each of its lines', () => {
    const ids = ['a', 'b'];
    const contract = aContract({
      lines: [aContractLine(), aContractLine({ id: 'contract-line-2', sku: 'B' })],
    });
    const made = renewalLines(contract, () => ids.shift() ?? '');
    expect(made.map(({ id, sku, quantity, contractChange }) => [id, sku, quantity, contractChange])).toEqual([
      ['a', 'SUB-1', '5', { contractLineId: 'contract-line-1', action: 'renew' }],
      ['b', 'B', '5', { contractLineId: 'contract-line-2', action: 'renew' }],
    ]);
    expect(made[0]).toMatchObject({ description: 'Subscription', discountPercent: '0', optional: false });
  });
  it('PR-50 change one from a day on', () => {
    expect(amendment('reduce')).toEqual({
      kind: 'line',
      id: 'line-1',
      sku: 'SUB-1',
      description: 'Subscription',
      quantity: '2',
      sell: { kind: 'list' },
      discountPercent: '0',
      note: '',
      optional: false,
      contractChange: { contractLineId: 'contract-line-1', action: 'reduce' },
      term: { startsOn: '2026-10-01', end: { kind: 'contract' }, billing: 'upfront', ramp: [] },
    });
  });
});
