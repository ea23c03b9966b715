/** The data that prices are made from: what each schema takes as it stands, what it fills in, and what it refuses. */
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { approvalRuleSchema, approverSchema, conditionSchema } from './condition';
import { contractSchema } from './contract';
import { dealRegistrationSchema, specialBidSchema } from './granted-terms';
import { buyStepNames, defaultPricingPolicy, pricingPolicySchema } from './policy';
import { noTerms } from './partner-terms';
import { priceBookHeaderSchema, priceEntrySchema } from './price-book';
import { promotionSchema } from './promotion';
import { sellBasisSchema } from './sell-basis';
import { priceBandsSchema, volumeScheduleSchema } from './volume-bands';

const instant = '2026-03-01T09:00:00.000Z';
const letters = (count: number) => 'x'.repeat(count);

/** The value with what stands at a path replaced. */
function having(value: unknown, path: string, change: unknown): unknown {
  const [key = '', ...rest] = path.split('.');
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string,
    unknown
  >;
  if (rest.length > 0) copy[key] = having(copy[key], rest.join('.'), change);
  else if (change === undefined) delete copy[key];
  else copy[key] = change;
  return copy;
}

/** Of values those that are not taken as they stand. */
const altered = (schema: z.ZodType, values: readonly unknown[]): unknown[] =>
  values.filter((value) => {
    const { success, data } = schema.safeParse(value);
    return !success || !isDeepStrictEqual(data, value);
  });

/** Of changes that make a good value a bad one those that were let through. */
function letThrough(
  schema: z.ZodType,
  good: unknown,
  changes: readonly (readonly [path: string, change: unknown])[],
): unknown[] {
  if (!schema.safeParse(good).success) return [good];
  return changes.filter(([path, change]) => schema.safeParse(having(good, path, change)).success);
}

const block = { action: 'block' } as const;
const ask = { action: 'approval', approver: 'manager', order: 0 } as const;

const everyKind = {
  kind: 'all',
  of: [
    { kind: 'quote-figure', figure: 'sell', compare: 'above', value: '1000' },
    { kind: 'line-figure', figure: 'quantity', compare: 'below', value: '1', families: null },
    { kind: 'attribute', attribute: 'tier', anyOf: ['gold'] },
    {
      kind: 'any',
      of: [
        { kind: 'has-family', anyOf: ['Cloud'] },
        { kind: 'has-sku', anyOf: ['A'] },
      ],
    },
    { kind: 'not', of: { kind: 'has-sku', anyOf: ['B'] } },
  ],
};

const policy = {
  ...defaultPricingPolicy,
  buySteps: [
    { step: 'tier', basis: 'list', bestOf: 'best' },
    { step: 'volume', basis: 'running', bestOf: null },
  ],
  rounding: { unit: { mode: 'half-even', decimals: 4 }, line: 'up', tax: 'down' },
  tierDiscounts: [{ tier: 'gold', family: 'Cloud', percent: '10' }],
  volumeSchedules: [
    { id: 'v', kind: 'slab', scope: 'family', family: null, bands: [{ from: '5', percent: '3' }] },
  ],
  marginFloors: [
    { scope: 'line', family: null, percent: '5', onBreach: ask },
    { scope: 'quote', family: null, percent: '6', onBreach: block },
  ],
  approvalRules: [{ id: 'r', name: 'Rule', when: everyKind, approver: 'channel', order: 99 }],
  onManualDiscountBreach: block,
  onMinimumPriceBreach: ask,
  proration: 'daily-365',
  coTerm: 'average',
  creditReductions: true,
  renewal: { kind: 'uplift', percent: '5' },
  onNewVersion: 'keep',
  distribution: { distributor: { from: 'cost', uplift: '8' }, reseller: { uplift: '5' } },
};

describe('PR-21 a pricing policy', () => {
  it('is what a book says, to the last key', () => {
    expect(
      altered(pricingPolicySchema, [
        policy,
        {
          ...policy,
          distribution: { distributor: { from: 'list', percentOff: '10' }, reseller: { uplift: '5' } },
        },
        { ...policy, renewal: { kind: 'contracted' } },
        { ...policy, renewal: { kind: 'current-book' } },
        ...['daily-365', 'daily-actual', 'monthly-ceil', 'monthly-exact'].map((proration) => ({
          ...policy,
          proration,
        })),
        ...['none', 'to-date', 'average', 'earliest-plus-term'].map((coTerm) => ({ ...policy, coTerm })),
        ...['keep', 'reprice', 'ask'].map((onNewVersion) => ({ ...policy, onNewVersion })),
      ]),
    ).toEqual([]);
  });
  it('fills in what books written before had no word for', () => {
    const { rounding, buySteps, tierDiscounts, volumeSchedules, quoteValidityDays, maxManualDiscount } =
      defaultPricingPolicy;
    const early = {
      rounding,
      buySteps,
      tierDiscounts,
      volumeSchedules,
      quoteValidityDays,
      maxManualDiscount,
    };
    expect(pricingPolicySchema.parse(early)).toEqual({
      ...early,
      onManualDiscountBreach: { action: 'approval', approver: 'manager', order: 0 },
      onMinimumPriceBreach: { action: 'block' },
      marginFloors: [],
      approvalRules: [],
      proration: 'daily-actual',
      coTerm: 'to-date',
      creditReductions: false,
      renewal: { kind: 'contracted' },
      onNewVersion: 'ask',
    });
  });
  it('PR-20 by default takes all steps in order on the running price, rounds half-up, and lets reps give 10 %', () => {
    expect(defaultPricingPolicy).toMatchObject({
      rounding: { unit: null, line: 'half-up', tax: 'half-up' },
      buySteps: ['volume', 'tier', 'agreement', 'promotion', 'deal-registration', 'special-bid'].map(
        (step) => ({
          step,
          basis: 'running',
          bestOf: null,
        }),
      ),
      tierDiscounts: [],
      volumeSchedules: [],
      quoteValidityDays: 30,
      maxManualDiscount: { rep: '10', manager: '25' },
    });
    expect(buyStepNames.length).toBe(6);
  });
  it('refuses what is none', () => {
    expect(
      letThrough(pricingPolicySchema, policy, [
        ['rounding.line', 'nearest'],
        ['rounding.unit.decimals', 7],
        ['rounding.unit.decimals', -1],
        ['rounding.unit.decimals', 1.5],
        ['buySteps.0.step', 'discount'],
        ['buySteps.0.basis', 'buy'],
        ['buySteps.0.bestOf', letters(41)],
        ['buySteps', undefined],
        ['tierDiscounts.0.tier', 'diamond'],
        ['tierDiscounts.0.percent', '101'],
        ['tierDiscounts.0.family', undefined],
        ['quoteValidityDays', 0],
        ['quoteValidityDays', 366],
        ['quoteValidityDays', 1.5],
        ['maxManualDiscount.rep', '101'],
        ['maxManualDiscount.manager', undefined],
        ['marginFloors.0.scope', 'family'],
        ['marginFloors.0.percent', '-1'],
        ['marginFloors.0.onBreach', { action: 'warn' }],
        ['marginFloors.0.onBreach', { ...ask, order: 100 }],
        ['marginFloors.0.onBreach', { ...ask, order: -1 }],
        ['marginFloors.0.onBreach', { ...ask, order: 0.5 }],
        ['marginFloors.0.onBreach', { ...ask, approver: 'rep' }],
        ['approvalRules', Array.from({ length: 201 }, () => policy.approvalRules[0])],
        ['proration', 'daily-360'],
        ['coTerm', 'latest'],
        ['creditReductions', 'yes'],
        ['renewal', { kind: 'uplift' }],
        ['renewal', { kind: 'free' }],
        ['onNewVersion', 'ignore'],
        ['distribution.distributor', { from: 'list', uplift: '5' }],
        ['distribution.distributor', { from: 'cost', percentOff: '5' }],
        ['distribution.reseller', {}],
      ]),
    ).toEqual([]);
  });
  it('takes the least and the most there may be', () => {
    for (const days of [1, 365])
      expect(altered(pricingPolicySchema, [having(policy, 'quoteValidityDays', days)])).toEqual([]);
    for (const decimals of [0, 6])
      expect(altered(pricingPolicySchema, [having(policy, 'rounding.unit.decimals', decimals)])).toEqual([]);
    expect(
      altered(pricingPolicySchema, [
        having(policy, 'buySteps.0.bestOf', letters(40)),
        having(policy, 'marginFloors.0.onBreach', { ...ask, order: 99 }),
        having(
          policy,
          'approvalRules',
          Array.from({ length: 200 }, () => policy.approvalRules[0]),
        ),
      ]),
    ).toEqual([]);
  });
});

describe('PR-60 an approval rule', () => {
  const figure = { kind: 'quote-figure', figure: 'sell', compare: 'above', value: '1000' };
  const ofLine = {
    kind: 'line-figure',
    figure: 'quantity',
    compare: 'below',
    value: '-1',
    families: ['Cloud'],
  };
  it('takes every figure, comparison and attribute, nested as deep as somebody likes', () => {
    const figures = ['list', 'buy', 'sell', 'margin', 'margin-percent', 'markup-percent', 'discount-percent'];
    expect(
      altered(conditionSchema, [
        ...[...figures, 'quote-discount-percent'].map((name) => ({ ...figure, figure: name })),
        ...[...figures, 'quantity', 'line-discount-percent'].map((name) => ({ ...ofLine, figure: name })),
        { ...ofLine, families: null },
        ...['below', 'at-most', 'at-least', 'above'].map((compare) => ({ ...figure, compare })),
        ...['tier', 'region', 'country', 'segment', 'currency', 'partner', 'role'].map((attribute) => ({
          kind: 'attribute',
          attribute,
          anyOf: ['x'],
        })),
        { kind: 'has-family', anyOf: ['Cloud', letters(80)] },
        { kind: 'has-sku', anyOf: Array.from({ length: 500 }, (_, index) => `SKU-${index}`) },
        { kind: 'all', of: [figure, { kind: 'any', of: [ofLine, { kind: 'not', of: figure }] }] },
      ]),
    ).toEqual([]);
  });
  it('refuses what could never hold or means nothing', () => {
    const bad = [
      { kind: 'all', of: [] },
      { kind: 'any', of: [] },
      { kind: 'not', of: [figure] },
      { kind: 'has-sku', anyOf: [] },
      { kind: 'has-sku', anyOf: [''] },
      { kind: 'has-sku', anyOf: [letters(81)] },
      { kind: 'has-sku', anyOf: Array.from({ length: 501 }, () => 'A') },
      { ...figure, figure: 'quantity' },
      { ...figure, figure: 'profit' },
      { ...figure, compare: 'equal' },
      { ...figure, value: 1_000 },
      { ...ofLine, figure: 'quote-discount-percent' },
      { ...ofLine, families: [] },
      { kind: 'attribute', attribute: 'city', anyOf: ['x'] },
      { kind: 'sometimes' },
    ];
    expect(bad.filter((condition) => conditionSchema.safeParse(condition).success)).toEqual([]);
  });
  it('names itself and who may approve, in which order', () => {
    const rule = { id: letters(60), name: letters(200), when: figure, approver: 'channel', order: 0 };
    expect(altered(approvalRuleSchema, [rule, { ...rule, approver: 'manager', order: 99 }])).toEqual([]);
    expect(
      letThrough(approvalRuleSchema, rule, [
        ['id', ''],
        ['id', letters(61)],
        ['name', ''],
        ['name', letters(201)],
        ['when', undefined],
        ['approver', 'admin'],
        ['order', -1],
        ['order', 100],
        ['order', 1.5],
      ]),
    ).toEqual([]);
    expect(approverSchema.options).toEqual(['manager', 'channel']);
  });
});

describe('PR-11 bands', () => {
  const range = {
    kind: 'range',
    scope: 'line',
    bands: [
      { from: '1', price: '10' },
      { from: '2.5', price: '9' },
    ],
  };
  const blocks = { kind: 'block', scope: 'family', bands: [{ from: '1', price: '10' }], overage: '2' };
  const schedule = { id: 'v', scope: 'line', family: 'Cloud', bands: [{ from: '1', percent: '5' }] };
  it('are prices by range, slab or block, or percentages by range or slab', () => {
    expect(
      altered(priceBandsSchema, [
        range,
        { ...range, kind: 'slab', scope: 'family' },
        blocks,
        { ...blocks, scope: 'line', overage: null },
      ]),
    ).toEqual([]);
    expect(
      altered(volumeScheduleSchema, [
        schedule,
        { ...schedule, id: letters(60), kind: 'range', family: null },
        { ...schedule, kind: 'slab', scope: 'family' },
      ]),
    ).toEqual([]);
  });
  it('refuses overlapping, missing and unreadable ones', () => {
    const twice = (figure: object) => [
      { from: '1', ...figure },
      { from: '1.00', ...figure },
    ];
    expect(
      letThrough(priceBandsSchema, range, [
        ['bands', []],
        ['bands', twice({ price: '1' })],
        ['bands.0.from', '-1'],
        ['bands.0.price', '-1'],
        ['scope', 'quote'],
        ['kind', 'total'],
      ]),
    ).toEqual([]);
    expect(
      letThrough(priceBandsSchema, blocks, [
        ['bands', []],
        ['bands', twice({ price: '1' })],
        ['overage', undefined],
        ['overage', '-1'],
        ['scope', 'quote'],
      ]),
    ).toEqual([]);
    expect(
      letThrough(volumeScheduleSchema, schedule, [
        ['id', ''],
        ['id', letters(61)],
        ['kind', 'block'],
        ['bands', []],
        ['bands', twice({ percent: '1' })],
        ['bands.0.percent', '101'],
        ['family', undefined],
        ['scope', 'quote'],
      ]),
    ).toEqual([]);
    for (const [schema, value] of [
      [priceBandsSchema, { ...range, bands: twice({ price: '1' }) }],
      [priceBandsSchema, { ...blocks, bands: twice({ price: '1' }) }],
      [volumeScheduleSchema, { ...schedule, bands: twice({ percent: '1' }) }],
    ] as const) {
      expect(schema.safeParse(value).error?.issues[0]).toMatchObject({
        path: ['bands'],
        message: 'two bands begin at the same quantity',
      });
    }
  });
});

describe('PR-30 a price book', () => {
  const entry = { sku: 'A', list: '1.00', validFrom: '2026-01-01', validUntil: null };
  const header = {
    bookId: 'book',
    version: 1,
    name: letters(120),
    catalogId: 'catalog',
    currency: 'EUR',
    tier: null,
    validFrom: '2026-01-01',
    validUntil: '2027-01-01',
    publishedAt: instant,
    exchangeRates: [{ currency: 'PLN', rate: '4.2567', date: '2026-02-27' }],
    policy,
  };
  it('has entries with a list price, and perhaps bands, a minimum, a partner price and a cost', () => {
    const bands = { kind: 'range', scope: 'line', bands: [{ from: '1', price: '10' }] };
    expect(
      altered(priceEntrySchema, [
        entry,
        { ...entry, bands, minimumPrice: '0.50', partnerPrice: '0.60', partnerBands: bands, cost: '0.40' },
      ]),
    ).toEqual([]);
    expect(
      letThrough(priceEntrySchema, entry, [
        ['sku', ''],
        ['list', '-1'],
        ['list', undefined],
        ['validFrom', 'January'],
        ['validUntil', undefined],
        ['minimumPrice', 'x'],
        ['cost', 'x'],
        ['partnerPrice', 'x'],
      ]),
    ).toEqual([]);
  });
  it('has a header with its version, currency, days, rates and policy', () => {
    expect(
      altered(priceBookHeaderSchema, [
        header,
        { ...header, tier: 'gold', validUntil: null, note: letters(500) },
      ]),
    ).toEqual([]);
    expect(
      letThrough(priceBookHeaderSchema, header, [
        ['version', 0],
        ['version', 1.5],
        ['name', ''],
        ['name', letters(121)],
        ['currency', 'euro'],
        ['tier', 'diamond'],
        ['validFrom', null],
        ['note', letters(501)],
        ['exchangeRates.0.rate', '0'],
        ['exchangeRates.0.currency', 'x'],
        ['exchangeRates.0.date', 'x'],
        ['policy', undefined],
      ]),
    ).toEqual([]);
  });
});

describe('PR-15 a promotion', () => {
  const promotion = {
    id: 'p',
    partnerId: 'partner',
    code: letters(40),
    name: letters(200),
    effect: { kind: 'percent', percent: '10' },
    conditions: {
      skus: ['A'],
      families: ['Cloud'],
      minQuantity: '5',
      segments: ['enterprise'],
      tiers: ['gold'],
      regions: ['CEE'],
    },
    validFrom: '2026-01-01',
    validUntil: '2026-07-01',
    maxUnits: '10',
    exclusiveGroup: letters(40),
    priority: 9_999,
  };
  const none = { skus: null, families: null, minQuantity: null, segments: null, tiers: null, regions: null };
  it('has one of four effects, and conditions or none', () => {
    expect(
      altered(promotionSchema, [
        promotion,
        {
          ...promotion,
          conditions: none,
          validUntil: null,
          maxUnits: null,
          exclusiveGroup: null,
          priority: 0,
        },
        { ...promotion, effect: { kind: 'amount-off', amount: '5.00' } },
        { ...promotion, effect: { kind: 'fixed-price', price: '5.00' } },
        { ...promotion, effect: { kind: 'free-goods', buy: '5', free: '0.5', freeSku: null } },
        { ...promotion, effect: { kind: 'free-goods', buy: '5', free: '1', freeSku: 'B' } },
      ]),
    ).toEqual([]);
  });
  it('refuses what is none', () => {
    const free = { kind: 'free-goods', buy: '5', free: '1', freeSku: null };
    expect(
      letThrough(promotionSchema, promotion, [
        ['code', ''],
        ['code', letters(41)],
        ['name', ''],
        ['name', letters(201)],
        ['effect', { kind: 'cashback' }],
        ['effect', { kind: 'percent', percent: '101' }],
        ['effect', { kind: 'amount-off', amount: '-1' }],
        ['effect', { kind: 'fixed-price' }],
        ['effect', { ...free, buy: '0' }],
        ['effect', { ...free, free: '0.000' }],
        ['conditions.skus', []],
        ['conditions.families', []],
        ['conditions.segments', ['huge']],
        ['conditions.tiers', ['diamond']],
        ['conditions.regions', undefined],
        ['conditions.minQuantity', '-1'],
        ['maxUnits', '-1'],
        ['exclusiveGroup', letters(41)],
        ['priority', -1],
        ['priority', 10_000],
        ['priority', 0.5],
        ['validUntil', undefined],
      ]),
    ).toEqual([]);
    for (const bad of [
      { ...free, buy: '0' },
      { ...free, free: '0' },
    ]) {
      const { error } = promotionSchema.safeParse({ ...promotion, effect: bad });
      expect(error?.issues[0]?.message).toBe('must be more than zero');
    }
  });
});

describe('PR-20 what was granted', () => {
  const registration = {
    id: 'r',
    partnerId: 'partner',
    number: letters(40),
    accountId: 'account',
    validFrom: '2026-01-01',
    validUntil: '2026-07-01',
    discounts: [{ family: 'Cloud', sku: null, percent: '5' }],
  };
  const bid = {
    id: 's',
    partnerId: 'partner',
    ownerId: 'rep',
    quoteId: 'quote',
    quoteNumber: letters(40),
    accountId: null,
    currency: 'EUR',
    state: 'granted',
    justification: letters(10_000),
    competitor: letters(200),
    wanted: [{ lineId: 'line', sku: 'A', quantity: '5', unitPrice: '70' }],
    terms: [
      { sku: 'A', price: { kind: 'net', unitPrice: '70' }, maxQuantity: '6' },
      { sku: 'B', price: { kind: 'percent', percent: '5' }, maxQuantity: null },
    ],
    number: null,
    validFrom: null,
    validUntil: '2026-07-01',
    decision: { by: 'Channel', at: instant, comment: letters(2_000) },
    requestedAt: instant,
    updatedAt: instant,
  };
  it('a deal registration: discounts for one customer', () => {
    expect(
      altered(dealRegistrationSchema, [registration, having(registration, 'discounts.0.sku', 'A')]),
    ).toEqual([]);
    expect(
      letThrough(dealRegistrationSchema, registration, [
        ['number', ''],
        ['number', letters(41)],
        ['accountId', null],
        ['validUntil', null],
        ['discounts.0.percent', '101'],
        ['discounts.0.family', undefined],
      ]),
    ).toEqual([]);
  });
  it('a special bid: net prices or percentages for one quote', () => {
    expect(
      altered(specialBidSchema, [
        bid,
        { ...bid, accountId: 'account', number: letters(40), decision: null, terms: [] },
        ...['requested', 'granted', 'rejected', 'withdrawn'].map((state) => ({ ...bid, state })),
      ]),
    ).toEqual([]);
    expect(
      letThrough(specialBidSchema, bid, [
        ['state', 'open'],
        ['wanted', []],
        ['wanted', Array.from({ length: 5_001 }, () => bid.wanted[0])],
        ['wanted.0.quantity', '-1'],
        ['wanted.0.unitPrice', 'x'],
        ['terms.0.price', { kind: 'net' }],
        ['terms.1.price', { kind: 'percent', percent: '101' }],
        ['terms.0.price.kind', 'gross'],
        ['terms.0.maxQuantity', undefined],
        ['quoteNumber', letters(41)],
        ['justification', letters(10_001)],
        ['competitor', letters(201)],
        ['number', letters(41)],
        ['decision.comment', letters(2_001)],
        ['decision.at', 'yesterday'],
      ]),
    ).toEqual([]);
  });
  it('none of anything is an empty list of each', () => {
    expect(noTerms).toEqual({
      agreements: [],
      promotions: [],
      dealRegistrations: [],
      specialBids: [],
      contracts: [],
    });
  });
});

describe('PR-50 a contract', () => {
  const line = {
    id: 'l',
    sku: 'SEAT',
    description: letters(10_000),
    quantity: '5',
    period: 'month',
    listUnit: '12',
    buyUnit: '8',
    sellUnit: '10',
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
  };
  const contract = {
    id: 'c',
    partnerId: 'partner',
    accountId: 'account',
    number: letters(40),
    currency: 'EUR',
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    lines: [line, { ...line, period: 'year' }],
  };
  it('has lines with the prices that were agreed', () => {
    expect(altered(contractSchema, [contract])).toEqual([]);
    expect(
      letThrough(contractSchema, contract, [
        ['lines', []],
        ['number', ''],
        ['number', letters(41)],
        ['currency', 'euro'],
        ['lines.0.period', 'week'],
        ['lines.0.sellUnit', '-1'],
        ['lines.0.description', letters(10_001)],
        ['lines.0.endsOn', null],
      ]),
    ).toEqual([]);
  });
});

describe('PR-20 where the customer’s price starts', () => {
  it('is list, markup, margin or a fixed price', () => {
    expect(
      altered(sellBasisSchema, [
        { kind: 'list' },
        { kind: 'markup', percent: '250' },
        { kind: 'margin', percent: '30' },
        { kind: 'fixed', unitPrice: '9.99' },
      ]),
    ).toEqual([]);
    const bad = [
      { kind: 'cost' },
      { kind: 'markup' },
      { kind: 'margin', percent: '101' },
      { kind: 'fixed', unitPrice: '-1' },
    ];
    expect(bad.filter((basis) => sellBasisSchema.safeParse(basis).success)).toEqual([]);
  });
});
