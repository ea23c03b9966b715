import { describe, expect, it } from 'vitest';
import { amountsOf, anAccount, lines, price, type Situation } from '../../quote/quote.test-kit';
import { aPromotion } from '../../quote/granted.test-kit';
import { replaySteps } from '../replay-steps';
import { showAmount } from '../show-amount';
import type { Promotion } from '../promotion';

type Conditions = Promotion['conditions'];
const products = [
  { sku: 'LIC-1' },
  { sku: 'LIC-2', list: '40.00' },
  { sku: 'CLOUD-1', product: { family: 'Cloud' } },
];
const when = (conditions: Partial<Conditions>, changes: Partial<Promotion> = {}) =>
  aPromotion({ ...changes, conditions: { ...aPromotion().conditions, ...conditions } });

const promoted = (promotions: Promotion[], situation: Situation = {}) =>
  price({ products, ...situation, terms: { promotions } });
const buyLines = (promotions: Promotion[], items = lines({}), situation: Situation = {}) => {
  const priced = promoted(promotions, { ...situation, quote: { ...situation.quote, items } });
  return priced.lines.map((_, index) => amountsOf(priced, index).buyLine);
};
const steps = (promotions: Promotion[], quantity = '1') =>
  amountsOf(promoted(promotions, { quote: { items: lines({ quantity }) } }))
    .buySteps.filter(({ step }) => step === 'promotion')
    .map(({ rule, before, after, note }) => [rule, before, after, note]);

describe('effects (PR-15)', () => {
  it('percentage off', () => {
    expect(buyLines([aPromotion()], lines({ quantity: '3' }))).toEqual(['270.00']);
  });
  it('amount off each unit, which stops at zero (PR-25)', () => {
    const off = (amount: string) => aPromotion({ effect: { kind: 'amount-off', amount } });
    expect(buyLines([off('12.50')], lines({ quantity: '3' }))).toEqual(['262.50']);
    expect(steps([off('100')])).toEqual([['SPRING', '100.00', '0.00', null]]);
    expect(steps([off('120')])).toEqual([['SPRING', '100.00', '0.00', 'stopped-at-zero']]);
  });
  it('a fixed price; one that would not lower the price changes nothing and says so', () => {
    const at = (amount: string) => aPromotion({ effect: { kind: 'fixed-price', price: amount } });
    expect(steps([at('70')])).toEqual([['SPRING', '100.00', '70.00', null]]);
    expect(steps([at('100')])).toEqual([['SPRING', '100.00', '100.00', 'no-benefit']]);
    expect(steps([at('130')])).toEqual([['SPRING', '100.00', '100.00', 'no-benefit']]);
  });
  it('free goods of the same line: for each whole buy and free together, the free ones cost nothing', () => {
    const tenPlusTwo = aPromotion({
      effect: { kind: 'free-goods', buy: '10', free: '2', freeSku: null },
    });
    expect(
      ['0', '11.999', '12', '23', '24', '30'].map(
        (quantity) => buyLines([tenPlusTwo], lines({ quantity }))[0],
      ),
    ).toEqual(['0.00', '1199.90', '1000.00', '2100.00', '2000.00', '2600.00']);
    const priced = promoted([tenPlusTwo], { quote: { items: lines({ quantity: '24' }) } });
    expect(amountsOf(priced).buySteps[1]).toMatchObject({
      after: '83.333333',
      parts: [
        { kind: 'unit-price', units: '4', figure: '0' },
        { kind: 'percent-off', units: '20', figure: '0' },
      ],
    });
    expect(amountsOf(promoted([tenPlusTwo])).buySteps.map(({ step }) => step)).not.toContain('promotion');
  });
  it('free goods of another SKU: what the committed lines buy of the first frees units of the second, in line order', () => {
    const tenFreeTwo = when(
      { skus: ['LIC-1'] },
      { effect: { kind: 'free-goods', buy: '10', free: '2', freeSku: 'LIC-2' } },
    );
    const items = lines(
      { sku: 'LIC-2', quantity: '3' },
      { sku: 'LIC-1', quantity: '12' },
      { sku: 'LIC-1', quantity: '9' },
      { sku: 'LIC-2', quantity: '3' },
      { sku: 'LIC-1', quantity: '50', optional: true },
    );
    // 21 bought: twice two are free; three of the first line, one of the other.
    expect(buyLines([tenFreeTwo], items)).toEqual(['0.00', '1200.00', '900.00', '80.00', '5000.00']);
    expect(buyLines([tenFreeTwo], lines({ sku: 'LIC-2' }, { quantity: '9.999' }))).toEqual([
      '40.00',
      '999.90',
    ]);
    const capped = { ...tenFreeTwo, maxUnits: '1' };
    expect(buyLines([capped], items)[0]).toBe('80.00');
    expect(buyLines([{ ...tenFreeTwo, maxUnits: '100' }], items)[3]).toBe('80.00');
  });
  it('usage earns no free goods', () => {
    const promotion = when(
      { skus: ['USE-1'] },
      { effect: { kind: 'free-goods', buy: '1', free: '1', freeSku: 'LIC-1' } },
    );
    const used = [...products, { sku: 'USE-1', product: { charge: { kind: 'usage' as const } } }];
    expect(buyLines([promotion], lines({ sku: 'USE-1', quantity: '5' }, {}), { products: used })[1]).toBe(
      '100.00',
    );
  });
});

describe('conditions (PR-15)', () => {
  const items = lines({}, { sku: 'LIC-2' }, { sku: 'CLOUD-1' });
  const none = ['100.00', '40.00', '100.00'];
  const all = ['90.00', '36.00', '90.00'];

  it('SKU and family are met by any of a list, and both must be met', () => {
    expect(buyLines([when({})], items)).toEqual(all);
    expect(buyLines([when({ skus: ['LIC-2', 'CLOUD-1'] })], items)).toEqual(['100.00', '36.00', '90.00']);
    expect(buyLines([when({ families: ['Cloud'] })], items)).toEqual(['100.00', '40.00', '90.00']);
    expect(buyLines([when({ skus: ['LIC-2'], families: ['Cloud'] })], items)).toEqual(none);
  });
  it("the least quantity is the line's, its bound included", () => {
    const five = [when({ minQuantity: '5' })];
    expect(buyLines(five, lines({ quantity: '4.999' }, { quantity: '5' }, { quantity: '4' }))).toEqual([
      '499.90',
      '450.00',
      '400.00',
    ]);
  });
  it('segment, tier and region', () => {
    expect(buyLines([when({ segments: ['public', 'mid-market'] })], items)).toEqual(all);
    expect(buyLines([when({ segments: ['public'] })], items)).toEqual(none);
    expect(buyLines([when({ segments: ['mid-market'] })], items, { account: null })).toEqual(none);
    expect(
      buyLines([when({ segments: ['public'] })], items, { account: anAccount({ segment: 'public' }) }),
    ).toEqual(all);
    expect(buyLines([when({ tiers: ['gold'] })], items)).toEqual(all);
    expect(buyLines([when({ tiers: ['silver'] })], items)).toEqual(none);
    expect(buyLines([when({ regions: ['CEE'] })], items)).toEqual(all);
    expect(buyLines([when({ regions: ['DACH'] })], items)).toEqual(none);
  });
  it('PR-30 dates, at the pricing date; PR-22 the partner’s own only', () => {
    const dated = when({}, { validFrom: '2026-03-01', validUntil: '2026-03-05' });
    const on = (pricingDate: string) => buyLines([dated], lines({}), { quote: { pricingDate } })[0];
    expect(['2026-02-28', '2026-03-01', '2026-03-04', '2026-03-05'].map(on)).toEqual([
      '100.00',
      '90.00',
      '90.00',
      '100.00',
    ]);
    expect(buyLines([when({}, { validUntil: null })])).toEqual(['90.00']);
    expect(buyLines([when({}, { partnerId: 'partner-2' })])).toEqual(['100.00']);
  });
});

describe('a cap on units (PR-15, PR-118)', () => {
  const capped = aPromotion({ maxUnits: '5' });
  it('goes to the lines in their order; the rest pay in full', () => {
    expect(buyLines([capped], lines({ quantity: '3' }, { quantity: '4' }, { quantity: '2' }))).toEqual([
      '270.00',
      '380.00',
      '200.00',
    ]);
    expect(buyLines([capped], lines({ quantity: '5' }, {}))).toEqual(['450.00', '100.00']);
  });
  it('an optional line has what is left for it, and leaves all to the lines after it', () => {
    const items = lines({ quantity: '3' }, { quantity: '9', optional: true }, { quantity: '2' });
    expect(buyLines([capped], items)).toEqual(['270.00', '880.00', '180.00']);
  });
  it('a line of quantity 0 is priced as if it had a unit, while one is left', () => {
    const priced = promoted([capped], {
      quote: { items: lines({ quantity: '0' }, { quantity: '5' }, { quantity: '0' }) },
    });
    expect([0, 1, 2].map((index) => amountsOf(priced, index).buyUnit)).toEqual(['90.00', '90.00', '100.00']);
  });
  it('PR-26 lists who benefits, whatever the effect', () => {
    const partly = (effect: Promotion['effect']) =>
      amountsOf(
        promoted([aPromotion({ effect, maxUnits: '1' })], { quote: { items: lines({ quantity: '4' }) } }),
      ).buySteps[1];
    const rest = { kind: 'percent-off', units: '3', figure: '0' };
    expect(partly({ kind: 'percent', percent: '10' })).toMatchObject({
      rate: '10',
      after: '97.50',
      parts: [{ kind: 'percent-off', units: '1', figure: '10' }, rest],
    });
    expect(partly({ kind: 'amount-off', amount: '10' })).toMatchObject({
      amount: '10',
      after: '97.50',
      parts: [{ kind: 'amount-off', units: '1', figure: '10' }, rest],
    });
    expect(partly({ kind: 'fixed-price', price: '60' })).toMatchObject({
      amount: '60',
      after: '90.00',
      parts: [{ kind: 'unit-price', units: '1', figure: '60' }, rest],
    });
  });
  it('PR-26 one percentage or price for all units says it all; an amount off is said with its units', () => {
    const wholly = (effect: Promotion['effect']) =>
      amountsOf(
        promoted([aPromotion({ effect, maxUnits: '4' })], { quote: { items: lines({ quantity: '4' }) } }),
      ).buySteps[1];
    expect(wholly({ kind: 'percent', percent: '10' })).toMatchObject({ rate: '10', amount: null, parts: [] });
    expect(wholly({ kind: 'fixed-price', price: '60' })).toMatchObject({
      rate: null,
      amount: '60',
      parts: [],
    });
    expect(wholly({ kind: 'amount-off', amount: '10' })).toMatchObject({
      rate: null,
      amount: '10',
      parts: [{ kind: 'amount-off', units: '4', figure: '10' }],
    });
  });
  it('a promotion that loses its best-of group gives out no units', () => {
    const best = [
      { step: 'promotion', basis: 'running', bestOf: 'one' },
      { step: 'tier', basis: 'running', bestOf: 'one' },
    ] as const;
    const tierDiscounts = [{ tier: 'gold', family: 'Licences', percent: '50' }] as const;
    const items = lines({ quantity: '5' }, { sku: 'CLOUD-1', quantity: '5' });
    expect(
      buyLines([capped], items, { policy: { buySteps: [...best], tierDiscounts: [...tierDiscounts] } }),
    ).toEqual(['250.00', '450.00']);
  });
  it('PR-26 the explanation of a line finds the units that its price has', () => {
    const priced = promoted([capped], { quote: { items: lines({ quantity: '3' }, { quantity: '4' }) } });
    const second = amountsOf(priced, 1);
    const first = amountsOf(priced, 0);
    for (const amounts of [second, first, second]) {
      expect(showAmount(replaySteps(amounts).buyLine, 2)).toBe(amounts.buyLine);
    }
  });
});

describe('exclusive groups and stacking (PR-15, PR-119)', () => {
  const percent = (code: string, rate: string, changes: Partial<Promotion> = {}) =>
    aPromotion({ id: code, code, effect: { kind: 'percent', percent: rate }, ...changes });
  const spring = { exclusiveGroup: 'spring' };

  it('of a group only the best for the partner applies, the others are listed', () => {
    expect(
      steps([percent('A', '10', spring), percent('B', '20', spring), percent('C', '5', spring)]),
    ).toEqual([
      ['A', '100.00', '100.00', 'not-best-of-group'],
      ['B', '100.00', '80.00', null],
      ['C', '80.00', '80.00', 'not-best-of-group'],
    ]);
  });
  it('measures the money off the units that benefit, not the percentage', () => {
    const few = percent('A', '50', { ...spring, maxUnits: '1' });
    const all = percent('B', '10', spring);
    // 4 units: 50.00 off one against 10.00 off each of four.
    expect(buyLines([few, all], lines({ quantity: '4' }))).toEqual(['350.00']);
    expect(buyLines([few, all], lines({ quantity: '6' }))).toEqual(['540.00']);
  });
  it('ties go to the lower priority, then to the code', () => {
    const winner = (...promotions: Promotion[]) =>
      steps(promotions).find(([, , , note]) => note === null)?.[0];
    expect(
      winner(percent('A', '10', { ...spring, priority: 2 }), percent('B', '10', { ...spring, priority: 1 })),
    ).toBe('B');
    expect(winner(percent('B', '10', spring), percent('A', '10', spring))).toBe('A');
  });
  it('stackable ones and winners apply by priority, then code, each on what is left', () => {
    expect(
      steps([
        percent('C', '10', { priority: 2 }),
        percent('B', '20', { ...spring, priority: 1 }),
        percent('A', '50', { priority: 2 }),
        percent('D', '30', { exclusiveGroup: 'other', priority: 0 }),
      ]),
    ).toEqual([
      ['D', '100.00', '70.00', null],
      ['B', '70.00', '56.00', null],
      ['A', '56.00', '28.00', null],
      ['C', '28.00', '25.20', null],
    ]);
  });
  it('on basis list percentages are of the list price', () => {
    const policy = { buySteps: [{ step: 'promotion', basis: 'list', bestOf: null } as const] };
    expect(buyLines([percent('A', '10'), percent('B', '20')], lines({}), { policy })).toEqual(['70.00']);
  });
  it('one that would not lower the price stops no other, and gives out no units', () => {
    const dear = aPromotion({
      id: 'dear',
      code: 'A',
      effect: { kind: 'fixed-price', price: '60' },
      maxUnits: '1',
    });
    const quote = { items: lines({ sku: 'LIC-2' }, { sku: 'LIC-1' }) };
    const priced = promoted([dear, percent('B', '10')], { quote });
    expect(amountsOf(priced, 0).buyLine).toBe('36.00');
    expect(amountsOf(priced, 1).buyLine).toBe('54.00');
  });
});

describe('PR-31 validity', () => {
  const ends = (promotion: Promotion) => promoted([promotion]).validity;
  it('a quote can be used until the end of a promotion that lowered a price', () => {
    expect(ends(aPromotion({ validUntil: '2026-03-10' }))).toEqual({
      until: '2026-03-10',
      because: 'promotion',
      name: 'SPRING',
    });
  });
  it('not of one that lowered none, or has no end', () => {
    const dear = aPromotion({ validUntil: '2026-03-10', effect: { kind: 'fixed-price', price: '100' } });
    expect(ends(dear).because).toBe('quote');
    expect(ends(when({ skus: ['LIC-2'] }, { validUntil: '2026-03-10' })).because).toBe('quote');
    expect(ends(aPromotion({ validUntil: null })).because).toBe('quote');
  });
});
