import { describe, expect, it } from 'vitest';
import type { Charge } from '../catalog/product';
import type { Proration } from '../pricing/policy';
import { replaySteps } from '../pricing/replay-steps';
import type { LineTerm } from './line-term';
import { aBundle, aContract, aContractLine, amountsOf, lines, price, type Situation } from './quote.test-kit';

const term = (changes: Partial<LineTerm> = {}): LineTerm => ({
  startsOn: null,
  end: { kind: 'months', months: 12 },
  billing: 'upfront',
  ramp: [],
  ...changes,
});
const monthly: Charge = { kind: 'recurring', period: 'month', termMonths: 36 };
const yearly: Charge = { kind: 'recurring', period: 'year', termMonths: 36 };

const sold = (
  its: LineTerm | null,
  {
    charge = monthly,
    list = '10.00',
    quantity = '1',
    ...more
  }: Situation & {
    readonly charge?: Charge;
    readonly list?: string;
    readonly quantity?: string;
  } = {},
) =>
  price({
    products: [{ sku: 'LIC-1', list, product: { charge } }],
    quote: { items: lines({ quantity, term: its }) },
    ...more,
  });
const problemOf = (its: LineTerm | null, more: Parameters<typeof sold>[1] = {}) => {
  const [line] = sold(its, more).lines;
  return line?.status === 'problem' ? line.problem : null;
};
const prorated = (proration: Proration) => ({ policy: { proration } });
const toDay = (startsOn: string, endsOn: string) => term({ startsOn, end: { kind: 'day', endsOn } });

describe('PR-10 the term of a recurring line', () => {
  it('PR-141 is the product’s months without one of its own, undated', () => {
    expect(amountsOf(sold(null))).toMatchObject({ sellLine: '360.00', period: null });
  });
  it('PR-140 in months is that many whole ones, dated or not, by any policy of proration', () => {
    for (const proration of ['daily-365', 'daily-actual', 'monthly-ceil', 'monthly-exact'] as const) {
      const dated = sold(
        term({ startsOn: '2026-01-31', end: { kind: 'months', months: 13 } }),
        prorated(proration),
      );
      expect(amountsOf(dated)).toMatchObject({
        sellLine: '130.00',
        period: { startsOn: '2026-01-31', endsOn: '2027-02-27' },
      });
    }
    const undated = sold(term({ end: { kind: 'months', months: 13 } }), { charge: yearly, list: '35.00' });
    expect(amountsOf(undated)).toMatchObject({ sellLine: '37.92', period: null });
  });
  it('PR-12, PR-141, PR-144 to a day is prorated by the policy; worked example 4', () => {
    const amounts = amountsOf(
      sold(toDay('2017-01-01', '2018-01-10'), { charge: yearly, list: '35.00', ...prorated('monthly-ceil') }),
    );
    expect(amounts).toMatchObject({
      sellLine: '37.92',
      period: { startsOn: '2017-01-01', endsOn: '2018-01-10' },
    });
    expect(amounts.sellSteps.find(({ step }) => step === 'term')).toMatchObject({
      rule: 'year',
      amount: null,
      parts: [{ kind: 'periods', units: '1', figure: '13/12' }],
      after: '37.916667',
    });
  });
  it.each([
    ['daily-365', '15.12'],
    ['daily-actual', '15.36'],
    ['monthly-ceil', '20.00'],
    ['monthly-exact', '15.36'],
  ] as const)('PR-12 10.00 a month from 15 January to 1 March is by %s %s', (proration, expected) => {
    expect(amountsOf(sold(toDay('2026-01-15', '2026-03-01'), prorated(proration))).sellLine).toBe(expected);
  });
  it('one day is a term', () => {
    expect(amountsOf(sold(toDay('2026-02-05', '2026-02-05'), prorated('daily-actual'))).sellLine).toBe(
      '0.36',
    );
  });
  it('PR-141, PR-142 says why it is none', () => {
    const invalid = (why: string) => ({ type: 'invalid-term', why });
    expect(problemOf(toDay('2026-03-02', '2026-03-01'))).toEqual(invalid('end-before-start'));
    expect(problemOf(toDay('2026-03-02', '2076-03-02'))).toEqual(invalid('too-long'));
    expect(problemOf(toDay('2026-03-02', '2076-03-01'))).toBeNull();
    expect(problemOf(term({ end: { kind: 'day', endsOn: '2026-12-31' } }))).toEqual(invalid('start-missing'));
    expect(problemOf(term({ end: { kind: 'contract' } }))).toEqual(invalid('no-contract'));
    for (const kind of ['one-time', 'usage'] as const) {
      expect(problemOf(term(), { charge: { kind } })).toEqual(invalid('not-recurring'));
      expect(problemOf(null, { charge: { kind } })).toBeNull();
    }
  });
});

describe('PR-143 ramps', () => {
  const ramp = [
    { months: 6, quantity: '10' },
    { months: 6, quantity: '25' },
    { months: 12, quantity: '20' },
  ];
  const twoYears = term({ end: { kind: 'months', months: 24 }, ramp });

  it('the line is the sum of its runs; its own quantity does not count', () => {
    const amounts = amountsOf(sold(twoYears, { quantity: '999' }));
    // 10 x (6 x 10 + 6 x 25 + 12 x 20).
    expect(amounts).toMatchObject({
      quantity: '25',
      sellUnit: '10.00',
      listLine: '4500.00',
      sellLine: '4500.00',
    });
    expect(amounts.sellSteps.map(({ step }) => step)).toEqual(['list', 'ramp']);
    expect(amounts.sellSteps.at(-1)).toMatchObject({
      per: 'line',
      rule: 'month',
      amount: null,
      parts: [
        { kind: 'periods', units: '10', figure: '6' },
        { kind: 'periods', units: '25', figure: '6' },
        { kind: 'periods', units: '20', figure: '12' },
      ],
    });
  });
  it('of a yearly price counts twelfths', () => {
    const amounts = amountsOf(sold(twoYears, { charge: yearly, list: '7.00' }));
    expect(amounts.sellLine).toBe('262.50');
    expect(amounts.sellSteps.at(-1)?.parts.map(({ figure }) => figure)).toEqual(['1/2', '1/2', '1']);
    expect(replaySteps(amounts).sellLine).toEqual(replaySteps(amounts).buyLine);
  });
  it('volume looks at the largest run', () => {
    const volumeSchedules = [
      { id: 'volume', scope: 'line' as const, family: null, bands: [{ from: '25', percent: '10' }] },
    ];
    const amounts = amountsOf(sold(twoYears, { policy: { volumeSchedules } }));
    expect(amounts.buyUnit).toBe('9.00');
  });
  it('must be as long as the term', () => {
    const invalid = { type: 'invalid-term', why: 'ramp-length' };
    expect(problemOf(term({ end: { kind: 'months', months: 23 }, ramp }))).toEqual(invalid);
    expect(problemOf(term({ end: { kind: 'months', months: 25 }, ramp }))).toEqual(invalid);
    const endsOn = (day: string) => ({ ...toDay('2026-01-15', day), ramp });
    expect(problemOf(endsOn('2028-01-15'))).toEqual(invalid);
    expect(problemOf(endsOn('2028-01-13'))).toEqual(invalid);
    expect(amountsOf(sold(endsOn('2028-01-14'), prorated('daily-365'))).sellLine).toBe('4500.00');
  });
  it('has figures, or the line has no price', () => {
    const odd = term({ ramp: [{ months: 12, quantity: '-1' }] });
    expect(problemOf(odd)).toEqual({ type: 'invalid-number', field: 'quantity', text: '-1' });
  });
  it('of nothing costs nothing', () => {
    const amounts = amountsOf(sold(term({ ramp: [{ months: 12, quantity: '0' }], billing: 'monthly' })));
    expect(amounts).toMatchObject({ quantity: '0', sellLine: '0.00' });
    expect(amounts.payments).toHaveLength(12);
  });
});

describe('PR-145 billing plans', () => {
  const paid = (its: Partial<LineTerm>, more: Parameters<typeof sold>[1] = {}) =>
    amountsOf(sold(term(its), more)).payments.map(({ month, dueOn, amount }) => [month, dueOn, amount]);

  it('upfront is one payment at the start', () => {
    expect(paid({})).toEqual([[0, null, '120.00']]);
    expect(paid({ startsOn: '2026-05-31' })).toEqual([[0, '2026-05-31', '120.00']]);
  });
  it('monthly, quarterly and yearly pay at the start of each, which sum to the line (PR-4)', () => {
    const year = { list: '8.34' };
    const monthlyPlan = paid({ billing: 'monthly', startsOn: '2026-01-31' }, { list: '8.3333' });
    expect(monthlyPlan.slice(0, 3)).toEqual([
      [0, '2026-01-31', '8.34'],
      [1, '2026-02-28', '8.34'],
      [2, '2026-03-31', '8.34'],
    ]);
    expect(monthlyPlan.slice(3).map(([, , amount]) => amount)).toEqual([
      '8.34',
      ...Array<string>(8).fill('8.33'),
    ]);
    expect(paid({ billing: 'quarterly' }, year).map(([month, , amount]) => [month, amount])).toEqual([
      [0, '25.02'],
      [3, '25.02'],
      [6, '25.02'],
      [9, '25.02'],
    ]);
    expect(paid({ billing: 'yearly', end: { kind: 'months', months: 24 } }, year)).toEqual([
      [0, null, '100.08'],
      [12, null, '100.08'],
    ]);
  });
  it('a period begun is a payment that weighs its length in exact months', () => {
    expect(paid({ billing: 'yearly', end: { kind: 'months', months: 13 } })).toEqual([
      [0, null, '120.00'],
      [12, null, '10.00'],
    ]);
    // Two months and 14 days of the 31 from 15 March: 76/31 months.
    const odd = toDay('2026-01-15', '2026-03-28');
    const amounts = amountsOf(sold({ ...odd, billing: 'monthly' }, prorated('monthly-exact')));
    expect(amounts.sellLine).toBe('24.52');
    expect(amounts.payments).toEqual([
      { month: 0, dueOn: '2026-01-15', amount: '10.00' },
      { month: 1, dueOn: '2026-02-15', amount: '10.00' },
      { month: 2, dueOn: '2026-03-15', amount: '4.52' },
    ]);
  });
  it('of a ramp follow the units', () => {
    const ramp = [
      { months: 6, quantity: '10' },
      { months: 6, quantity: '20' },
    ];
    expect(paid({ ramp, billing: 'quarterly' }).map(([, , amount]) => amount)).toEqual([
      '300.00',
      '300.00',
      '600.00',
      '600.00',
    ]);
    expect(paid({ ramp, billing: 'yearly' }).map(([, , amount]) => amount)).toEqual(['1800.00']);
  });
  it('are what the customer pays, after all discounts and without tax', () => {
    const amounts = amountsOf(
      price({
        products: [{ sku: 'LIC-1', list: '10.00', product: { charge: monthly } }],
        quote: { discountPercent: '50', items: lines({ term: term({ billing: 'yearly' }) }) },
      }),
    );
    expect(amounts.payments).toEqual([{ month: 0, dueOn: null, amount: '60.00' }]);
  });
  it('there are none for what does not recur', () => {
    expect(amountsOf(price()).payments).toEqual([]);
  });
});

describe('PR-13 a new line that joins a contract', () => {
  const joining = (changes: Partial<LineTerm> = {}) =>
    term({ startsOn: '2026-07-01', end: { kind: 'contract' }, ...changes });
  const joined = (
    coTerm: 'none' | 'to-date' | 'average' | 'earliest-plus-term',
    its = joining(),
    more: Situation = {},
  ) =>
    sold(its, {
      charge: { kind: 'recurring', period: 'month', termMonths: 12 },
      ...more,
      quote: { contractId: 'contract-1', items: lines({ term: its }), ...more.quote },
      policy: { coTerm, proration: 'monthly-exact' },
      terms: { contracts: [aContract()], ...more.terms },
    });

  it('PR-146 none: runs its own full term', () => {
    expect(amountsOf(joined('none'))).toMatchObject({
      sellLine: '120.00',
      period: { startsOn: '2026-07-01', endsOn: '2027-06-30' },
    });
    expect(amountsOf(joined('none', joining({ startsOn: null }))).period).toBeNull();
  });
  it('PR-146 to-date: is prorated to the contract’s end', () => {
    expect(amountsOf(joined('to-date'))).toMatchObject({
      sellLine: '60.00',
      period: { startsOn: '2026-07-01', endsOn: '2026-12-31' },
    });
  });
  it('PR-147 earliest-plus-term: the first end still to come and the product’s term after it', () => {
    expect(amountsOf(joined('earliest-plus-term'))).toMatchObject({
      // To the end of 2027: 18 months.
      sellLine: '180.00',
      period: { startsOn: '2026-07-01', endsOn: '2027-12-31' },
    });
    const two = aContract({
      lines: ['2026-06-30', '2026-09-30', '2026-12-31'].map((endsOn) =>
        aContractLine({ id: endsOn, endsOn }),
      ),
    });
    expect(
      amountsOf(joined('earliest-plus-term', joining(), { terms: { contracts: [two] } })).period,
    ).toEqual({
      startsOn: '2026-07-01',
      endsOn: '2027-09-30',
    });
  });
  it('PR-148 average: is charged for its full term, and the common end moves by value and time', () => {
    // The contract: 5 x 10.00 x 12 = 600.00 a year for 184 days; the new line: 120.00 a year for 365 days.
    // (600 x 184 + 120 x 365) / 720 = 214.16..., so 214 days from 1 July, the last of which is 30 January.
    expect(amountsOf(joined('average'))).toMatchObject({
      sellLine: '120.00',
      period: { startsOn: '2026-07-01', endsOn: '2027-01-30' },
    });
  });
  it('PR-148 several new lines share one day; one outside the totals does not move it', () => {
    const two = (optional: boolean) =>
      joined('average', joining(), {
        quote: {
          items: lines(
            { term: joining() },
            { term: joining({ startsOn: '2026-08-01' }), quantity: '5', optional },
          ),
        },
      });
    const both = two(false);
    // From 1 July: (600 x 184 + 120 x 365 + 600 x 396) / 1320 = 296.81...
    expect(amountsOf(both, 0).period).toEqual({ startsOn: '2026-07-01', endsOn: '2027-04-22' });
    expect(amountsOf(both, 1).period).toEqual({ startsOn: '2026-08-01', endsOn: '2027-04-22' });
    const apart = two(true);
    expect(amountsOf(apart, 0).period?.endsOn).toBe('2027-01-30');
    expect(amountsOf(apart, 1).period?.endsOn).toBe('2027-04-22');
  });
  it('PR-148 a fixed bundle weighs what its parts do, once; a part that could not start takes it along', () => {
    const charge = { kind: 'recurring', period: 'month', termMonths: 12 } as const;
    const kit = (startsOn: string) =>
      price({
        products: [
          {
            sku: 'KIT',
            list: '10',
            product: { charge, bundle: aBundle([{ sku: 'LIC-1' }], { pricing: 'fixed' }) },
          },
          { sku: 'LIC-1', list: '10', product: { charge } },
        ],
        policy: { coTerm: 'average' },
        terms: { contracts: [aContract()] },
        quote: {
          contractId: 'contract-1',
          items: lines(
            { sku: 'KIT', term: joining() },
            { term: joining({ startsOn }), component: { parentId: 'line-1', optionId: 'option-1' } },
          ),
        },
      });
    expect(amountsOf(kit('2026-07-01'), 0).period?.endsOn).toBe('2027-01-30');
    expect(amountsOf(kit('2026-07-01'), 1).period?.endsOn).toBe('2027-01-30');
    // (600 x 184 + 120 x 934) / 720 = 309 days, to 5 May: before the part starts.
    expect(kit('2028-01-21').lines).toMatchObject([
      { problem: { type: 'bundle-incomplete', skus: ['LIC-1'] } },
      { problem: { type: 'invalid-term', why: 'end-before-start' } },
    ]);
  });
  it('payments of an averaged line are for its own full term', () => {
    const amounts = amountsOf(joined('average', joining({ billing: 'quarterly' })));
    expect(amounts.payments.map(({ amount }) => amount)).toEqual(['30.00', '30.00', '30.00', '30.00']);
  });
  it.each(['to-date', 'earliest-plus-term'] as const)(
    '%s: a contract that is over cannot be joined',
    (coTerm) => {
      const [line] = joined(coTerm, joining({ startsOn: '2027-01-01' })).lines;
      expect(line).toMatchObject({ problem: { type: 'invalid-term', why: 'end-before-start' } });
    },
  );
  it.each(['to-date', 'average', 'earliest-plus-term'] as const)('%s: needs a first day', (coTerm) => {
    const [line] = joined(coTerm, joining({ startsOn: null })).lines;
    expect(line).toMatchObject({ problem: { type: 'invalid-term', why: 'start-missing' } });
  });
  it('PR-142 another customer’s or partner’s contract is none', () => {
    for (const changes of [{ accountId: 'other' }, { partnerId: 'other' }, { id: 'other' }]) {
      const [line] = joined('to-date', joining(), { terms: { contracts: [aContract(changes)] } }).lines;
      expect(line).toMatchObject({ problem: { type: 'invalid-term', why: 'no-contract' } });
    }
  });
  it('the explanation replays to the cent (PR-26)', () => {
    const amounts = amountsOf(joined('to-date', joining({ startsOn: '2026-07-15' })));
    // Five months and 17 days of the 31 from 15 December.
    expect(amounts.sellLine).toBe('55.48');
    expect(replaySteps(amounts).sellLine).toEqual({ n: 5548n, d: 100n });
  });
});
