/** Decisions and figures of docs/spec/pricing.md, priced as documents: what an outside calculator would be held against. */
import { describe, expect, it } from 'vitest';
import { priceDocument } from '#shared/protocol/price-document';
import type { PriceRequestDocument } from '#shared/protocol/price-request';

type Policy = NonNullable<PriceRequestDocument['priceBook']['header']['policy']>;
type Line = PriceRequestDocument['quote']['lines'][number];
type Product = PriceRequestDocument['products'][number];

const monthly: Product['charge'] = { kind: 'recurring', period: 'month', termMonths: 12 };
const yearly: Product['charge'] = { kind: 'recurring', period: 'year', termMonths: 12 };

const contract = {
  id: 'C-1',
  currency: 'EUR',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  lines: [
    {
      id: 'seats',
      sku: 'SEAT',
      quantity: '5',
      period: 'month' as const,
      listUnit: '12.00',
      buyUnit: '8.00',
      sellUnit: '10.00',
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
    },
  ],
};

interface Given {
  readonly lines: Line[];
  readonly list?: string;
  readonly charge?: Product['charge'];
  readonly policy?: Policy;
  readonly products?: Product[];
  readonly entries?: PriceRequestDocument['priceBook']['entries'];
  readonly withContract?: boolean;
  readonly pricesIncludeTax?: boolean;
  readonly contractAccount?: string;
}

function priced(given: Given) {
  const answer = priceDocument({
    priceBook: {
      header: { currency: 'EUR', policy: given.policy },
      entries: [{ sku: 'SEAT', list: given.list ?? '10.00' }, ...(given.entries ?? [])],
    },
    products: [
      { sku: 'SEAT', family: 'Cloud', charge: given.charge ?? monthly, taxCategory: 'standard' },
      ...(given.products ?? []),
    ],
    partner: {
      tier: 'gold',
      kind: 'reseller',
      taxPolicy: {
        sellerCountry: 'PL',
        pricesIncludeTax: given.pricesIncludeTax ?? false,
        rates: [{ country: 'PL', category: 'standard', percent: '23' }],
      },
    },
    account: { country: 'PL', segment: 'enterprise' },
    terms: {
      contracts: [{ ...contract, ...(given.contractAccount && { accountId: given.contractAccount }) }],
    },
    quote: {
      pricingDate: '2026-03-01',
      ...(given.withContract === true && { contractId: 'C-1' }),
      lines: given.lines,
    },
  } satisfies PriceRequestDocument);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

/** Sell amount and last day of each line, or its problem. */
const outcome = (given: Given) =>
  priced(given).lines.map((line) =>
    line.status === 'priced'
      ? [line.amounts.sellLine, line.amounts.period?.endsOn ?? null]
      : 'why' in line.problem
        ? line.problem.why
        : line.problem.type,
  );

const seat = (term?: Line['term'], more: Partial<Line> = {}): Line => ({
  sku: 'SEAT',
  quantity: '1',
  ...(term && { term }),
  ...more,
});
const untilDay = (startsOn: string | null, endsOn: string) => ({
  startsOn,
  end: { kind: 'day' as const, endsOn },
});
const withContract = (startsOn: string | null) => ({ startsOn, end: { kind: 'contract' as const } });

describe('terms', () => {
  it('PR-12 four policies for 15 January to 1 March at 10.00 a month', () => {
    const sold = (['daily-365', 'daily-actual', 'monthly-ceil', 'monthly-exact'] as const).map(
      (proration) =>
        outcome({ policy: { proration }, lines: [seat(untilDay('2026-01-15', '2026-03-01'))] })[0],
    );
    expect(sold.map((line) => line?.[0])).toEqual(['15.12', '15.36', '20.00', '15.36']);
  });
  it('PR-12 a year begun counts its own days; months step from the first day', () => {
    const yearOn = (
      startsOn: string,
      endsOn: string,
      list: string,
      charge: Product['charge'],
      proration: Policy['proration'],
    ) => outcome({ list, charge, policy: { proration }, lines: [seat(untilDay(startsOn, endsOn))] });
    expect(yearOn('2026-06-01', '2027-06-01', '366.00', yearly, 'daily-actual')).toEqual([
      ['367.00', '2027-06-01'],
    ]);
    expect(yearOn('2026-01-31', '2026-02-28', '31.00', monthly, 'monthly-exact')).toEqual([
      ['32.00', '2026-02-28'],
    ]);
  });
  it('PR-141 without a term the product’s, undated and paid at once; to a day it needs a start, and not after its end', () => {
    const [line] = priced({ lines: [seat()] }).lines;
    expect(line).toMatchObject({
      amounts: { sellLine: '120.00', period: null, payments: [{ month: 0, dueOn: null, amount: '120.00' }] },
    });
    expect(
      outcome({ lines: [seat(untilDay(null, '2026-05-01')), seat(untilDay('2026-05-02', '2026-05-01'))] }),
    ).toEqual(['start-missing', 'end-before-start']);
  });
  it('PR-142 no term on what does not recur, and none with a contract that is not this customer’s', () => {
    expect(
      outcome({ charge: { kind: 'one-time' }, lines: [seat(untilDay('2026-05-01', '2026-06-01'))] }),
    ).toEqual(['not-recurring']);
    const joining = [seat(withContract('2026-07-01'))];
    expect(outcome({ lines: joining })).toEqual(['no-contract']);
    expect(outcome({ withContract: true, contractAccount: 'another', lines: joining })).toEqual([
      'no-contract',
    ]);
  });
  it('PR-144 the period is first and last day of what is dated', () => {
    const months = { startsOn: '2026-01-31', end: { kind: 'months' as const, months: 1 } };
    expect(priced({ lines: [seat(months)] }).lines[0]).toMatchObject({
      amounts: { period: { startsOn: '2026-01-31', endsOn: '2026-02-27' } },
    });
  });
  it('PR-145 payments by the months they are for', () => {
    const paid = (line: Line, given: Partial<Given> = {}) => {
      const [first] = priced({ ...given, lines: [line] }).lines;
      return first?.status === 'priced' ? first.amounts.payments.map(({ amount }) => amount) : first;
    };
    const term = (months: number, billing: 'monthly' | 'yearly' | 'quarterly') => ({
      startsOn: null,
      end: { kind: 'months' as const, months },
      billing,
    });
    expect(paid(seat(term(13, 'yearly')))).toEqual(['120.00', '10.00']);
    const dated = { ...untilDay('2026-01-15', '2026-03-28'), billing: 'monthly' as const };
    expect(paid(seat(dated), { policy: { proration: 'monthly-exact' } })).toEqual(['10.00', '10.00', '4.52']);
    expect(paid(seat(term(12, 'monthly')), { list: '8.333333' })).toEqual([
      ...Array.from({ length: 4 }, () => '8.34'),
      ...Array.from({ length: 8 }, () => '8.33'),
    ]);
    const ramp = {
      ...term(12, 'quarterly'),
      ramp: [
        { months: 6, quantity: '10' },
        { months: 6, quantity: '20' },
      ],
    };
    expect(paid(seat(ramp))).toEqual(['300.00', '300.00', '600.00', '600.00']);
  });
});

describe('co-termination', () => {
  it.each([
    ['none', [['120.00', '2027-06-30']]],
    ['to-date', [['60.00', '2026-12-31']]],
    ['earliest-plus-term', [['180.00', '2027-12-31']]],
    ['average', [['120.00', '2027-01-30']]],
  ] as const)('PR-13, PR-146 %s', (coTerm, expected) => {
    const lines = [seat(withContract('2026-07-01'))];
    expect(outcome({ withContract: true, policy: { coTerm, proration: 'monthly-exact' }, lines })).toEqual(
      expected,
    );
  });
  it('PR-146 a start after the contract’s end has no price', () => {
    const lines = [seat(withContract('2027-01-01'))];
    expect(outcome({ withContract: true, policy: { coTerm: 'to-date' }, lines })).toEqual([
      'end-before-start',
    ]);
  });
  it('PR-148 a second new line moves the common day for both', () => {
    const lines = [seat(withContract('2026-07-01')), seat(withContract('2026-08-01'), { quantity: '5' })];
    const ends = outcome({ withContract: true, policy: { coTerm: 'average' }, lines });
    expect(ends.map((line) => line[1])).toEqual(['2027-04-22', '2027-04-22']);
  });
});

describe('bundles', () => {
  const once = { family: 'Kits', charge: { kind: 'one-time' as const }, taxCategory: 'standard' };
  const part = (sku: string, scaling: 'per-bundle' | 'fixed' = 'per-bundle') => ({
    id: sku,
    sku,
    kind: 'required' as const,
    scaling,
  });
  const kit = (pricing: 'sum' | 'fixed', options: ReturnType<typeof part>[]): Product => ({
    sku: 'KIT',
    ...once,
    bundle: { pricing, groups: [{ options }] },
  });
  const component = (sku: string, quantity: string): Line => ({
    sku,
    quantity,
    component: { parentId: 'kit', optionId: sku },
  });

  it('PR-149 quantities scale with the bundle or do not: 1.5 bundles of 2.5 are 3.75', () => {
    const { lines } = priced({
      entries: ['KIT', 'A', 'B'].map((sku) => ({ sku, list: '4.00' })),
      products: [kit('sum', [part('A'), part('B', 'fixed')]), { sku: 'A', ...once }, { sku: 'B', ...once }],
      lines: [{ id: 'kit', sku: 'KIT', quantity: '1.5' }, component('A', '2.5'), component('B', '2.5')],
    });
    expect(lines.map((line) => (line.status === 'priced' ? line.amounts.quantity : null))).toEqual([
      '1.5',
      '3.75',
      '2.5',
    ]);
    expect(lines[1]).toMatchObject({ amounts: { sellLine: '15.00' } });
  });
  it('PR-151 a kit of 100.00 with 5 % off over parts listed at 30, 20 and 120', () => {
    const { lines, totals } = priced({
      entries: [
        { sku: 'KIT', list: '100.00' },
        { sku: 'A', list: '30.00' },
        { sku: 'B', list: '20.00' },
        { sku: 'C', list: '120.00' },
      ],
      products: [
        kit(
          'fixed',
          ['A', 'B', 'C'].map((sku) => part(sku)),
        ),
        ...['A', 'B', 'C'].map((sku) => ({ sku, ...once })),
      ],
      lines: [
        { id: 'kit', sku: 'KIT', quantity: '1', discountPercent: '5' },
        ...['A', 'B', 'C'].map((sku) => component(sku, '1')),
      ],
    });
    const figures = lines.map((line) =>
      line.status === 'priced' ? [line.amounts.listLine, line.amounts.sellLine] : null,
    );
    expect(figures).toEqual([
      ['0.00', '0.00'],
      ['17.65', '16.76'],
      ['11.76', '11.18'],
      ['70.59', '67.06'],
    ]);
    expect(totals.sell).toBe('95.00');
  });
});

describe('changes to contracts', () => {
  const change = (action: 'add' | 'reduce' | 'renew', more: Partial<Line> = {}): Line => ({
    sku: 'SEAT',
    quantity: '2',
    contractChange: { contractLineId: 'seats', action },
    ...more,
  });
  const from = withContract('2026-10-01');

  it('PR-50 two more at today’s 20.00, two fewer at the contract’s 10.00', () => {
    const given = { withContract: true, list: '20.00', policy: { creditReductions: true } };
    expect(
      outcome({ ...given, lines: [change('add', { term: from }), change('reduce', { term: from })] }),
    ).toEqual([
      ['120.00', '2026-12-31'],
      ['-60.00', '2026-12-31'],
    ]);
    expect(outcome({ withContract: true, lines: [change('reduce', { term: from })] })).toEqual([
      ['0.00', '2026-12-31'],
    ]);
  });
  it('PR-51 five renewed at the contract’s price, with an uplift of 7.5 %, and from the current book', () => {
    const renewed = (renewal: Policy['renewal']) =>
      outcome({
        withContract: true,
        list: '20.00',
        policy: { renewal },
        lines: [change('renew', { quantity: '5' })],
      });
    expect(renewed({ kind: 'contracted' })).toEqual([['600.00', '2027-12-31']]);
    expect(renewed({ kind: 'uplift', percent: '7.5' })).toEqual([['645.00', '2027-12-31']]);
    expect(renewed({ kind: 'current-book' })).toEqual([['1200.00', '2027-12-31']]);
  });
  it('PR-162 where prices include tax a contract’s net gets it on top, and the customer pays both', () => {
    const { totals } = priced({
      withContract: true,
      pricesIncludeTax: true,
      lines: [change('renew', { quantity: '1' })],
    });
    expect(totals).toMatchObject({ sell: '120.00', tax: '27.60', gross: '147.60' });
  });
});
