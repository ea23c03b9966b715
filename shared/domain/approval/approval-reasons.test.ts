import { describe, expect, it } from 'vitest';
import type { ApprovalRule, Condition } from '../pricing/condition';
import { priceQuote } from '../quote/price-quote';
import { anAgreement, aPricing, lines, type Situation } from '../quote/quote.test-kit';
import { approvalReasons, blockingBreaches } from './approval-reasons';

const products = [
  { sku: 'LIC-1', entry: { minimumPrice: '80' } },
  { sku: 'LIC-2', list: '40.00' },
  { sku: 'CLOUD-1', product: { family: 'Cloud' } },
];
const reasonsOf = (situation: Situation) => {
  const input = aPricing({ products, role: 'channel', ...situation });
  return approvalReasons(input, priceQuote(input));
};
const rule = (when: Condition, changes: Partial<ApprovalRule> = {}): ApprovalRule => ({
  id: 'rule-1',
  name: 'Big deal',
  when,
  approver: 'manager',
  order: 1,
  ...changes,
});
const found = (when: Condition, situation: Situation = {}) =>
  reasonsOf({ ...situation, policy: { ...situation.policy, approvalRules: [rule(when)] } })[0] ?? null;
const holds = (when: Condition, situation: Situation = {}) => found(when, situation) !== null;
const manager = { action: 'approval', approver: 'manager', order: 1 } as const;
const channel = { action: 'approval', approver: 'channel', order: 2 } as const;
const tenOff = { agreements: [anAgreement({ discounts: [{ family: null, sku: null, percent: '10' }] })] };

describe('floors (PR-24, PR-60, PR-130)', () => {
  it('one reason for a floor, about all lines that break it, with the figures of the worst', () => {
    const items = lines({ discountPercent: '12' }, { discountPercent: '15' }, { discountPercent: '10' });
    expect(reasonsOf({ role: 'rep', quote: { items } })).toEqual([
      {
        kind: 'manual-discount',
        ruleId: 'manual-discount',
        name: '',
        approver: 'manager',
        order: 0,
        lineIds: ['line-1', 'line-2'],
        value: '15',
        limit: '10',
      },
    ]);
    const swapped = lines({ discountPercent: '15' }, { discountPercent: '12' });
    expect(reasonsOf({ role: 'rep', quote: { items: swapped } })[0]?.value).toBe('15');
  });
  it('of margins the lowest is worst by its distance to its floor, and none at all is worse still', () => {
    const marginFloors = [
      { scope: 'line', family: null, percent: '5', onBreach: manager } as const,
      { scope: 'line', family: 'Cloud', percent: '50', onBreach: manager } as const,
    ];
    const at = (licence: string, cloud: string) =>
      reasonsOf({
        ...tenOff,
        policy: { marginFloors },
        quote: {
          items: lines(
            { sku: 'LIC-2', sell: { kind: 'fixed', unitPrice: licence } },
            { sku: 'CLOUD-1', sell: { kind: 'fixed', unitPrice: cloud } },
          ),
        },
      })[0];
    expect(at('36', '100')).toMatchObject({ lineIds: ['line-1', 'line-2'], value: '10', limit: '50' });
    expect(at('18', '100')).toMatchObject({ value: '-100', limit: '5' });
    expect(at('0', '1')).toMatchObject({ value: null, limit: '5' });
    expect(at('18', '0')).toMatchObject({ value: null, limit: '50' });
  });
  it('of minimum prices the one furthest below, as a part of its minimum', () => {
    const withMinimum = [
      { sku: 'LIC-1', entry: { minimumPrice: '80' } },
      { sku: 'LIC-2', list: '40.00', entry: { minimumPrice: '40' } },
    ];
    const items = lines({ discountPercent: '30' }, { sku: 'LIC-2', discountPercent: '15' });
    const situation = { products: withMinimum, policy: { onMinimumPriceBreach: channel }, quote: { items } };
    expect(reasonsOf(situation)).toEqual([
      {
        kind: 'minimum-price',
        ruleId: 'minimum-price',
        name: '',
        approver: 'channel',
        order: 2,
        lineIds: ['line-1', 'line-2'],
        value: '34.00',
        limit: '40.00',
      },
    ]);
  });
  it('the quote’s margin is about no line; another approver or order is another reason', () => {
    const marginFloors = [
      { scope: 'quote', family: null, percent: '30', onBreach: manager } as const,
      { scope: 'quote', family: null, percent: '20', onBreach: channel } as const,
      { scope: 'quote', family: null, percent: '11', onBreach: { ...channel, order: 3 } } as const,
    ];
    expect(
      reasonsOf({ ...tenOff, policy: { marginFloors } }).map(({ kind, approver, order, lineIds, limit }) => [
        kind,
        approver,
        order,
        lineIds,
        limit,
      ]),
    ).toEqual([
      ['quote-margin', 'manager', 1, [], '30'],
      ['quote-margin', 'channel', 2, [], '20'],
      ['quote-margin', 'channel', 3, [], '11'],
    ]);
  });
  it('what blocks is no reason, and is given apart; lines outside the totals count for neither', () => {
    const blocked = (optional: boolean) => {
      const input = aPricing({
        products,
        role: 'rep',
        quote: { items: lines({ discountPercent: '30', optional }) },
      });
      const priced = priceQuote(input);
      return {
        reasons: approvalReasons(input, priced).map(({ kind }) => kind),
        blocking: blockingBreaches(priced).map(({ floor, lineId }) => [floor, lineId]),
      };
    };
    expect(blocked(false)).toEqual({
      reasons: ['manual-discount'],
      blocking: [['minimum-price', 'line-1']],
    });
    expect(blocked(true)).toEqual({ reasons: [], blocking: [] });
  });
  it('a quote-level floor that blocks, blocks', () => {
    const input = aPricing({
      policy: {
        marginFloors: [{ scope: 'quote', family: null, percent: '1', onBreach: { action: 'block' } }],
      },
    });
    expect(blockingBreaches(priceQuote(input))).toMatchObject([{ floor: 'quote-margin', lineId: null }]);
  });
});

describe('PR-184 the quote of a manager', () => {
  it('goes to the vendor where a rep’s would go to the manager, in the same place of the order', () => {
    const situation: Situation = {
      quote: { items: lines({ discountPercent: '30' }) },
      policy: {
        onManualDiscountBreach: manager,
        approvalRules: [rule({ kind: 'has-sku', anyOf: ['LIC-1'] }, { order: 3 })],
      },
      products: [{ sku: 'LIC-1' }],
    };
    const asked = (role: 'rep' | 'manager') =>
      reasonsOf({ ...situation, role }).map(({ approver, order }) => [approver, order]);
    expect(asked('rep')).toEqual([
      ['manager', 1],
      ['manager', 3],
    ]);
    expect(asked('manager')).toEqual([
      ['channel', 1],
      ['channel', 3],
    ]);
  });
});

describe('approval rules (PR-60)', () => {
  const sell = (compare: 'below' | 'at-most' | 'at-least' | 'above', value: string): Condition => ({
    kind: 'quote-figure',
    figure: 'sell',
    compare,
    value,
  });
  it('are listed after floors, in the book’s order, with their words', () => {
    const approvalRules = [
      rule(sell('above', '50')),
      rule(sell('above', '500'), { id: 'rule-2' }),
      rule(sell('at-least', '100.00'), { id: 'rule-3', name: 'Any', approver: 'channel', order: 5 }),
    ];
    const reasons = reasonsOf({
      role: 'rep',
      policy: { approvalRules },
      quote: { items: lines({ quantity: '2', discountPercent: '11' }) },
    });
    expect(reasons.map(({ kind, ruleId }) => [kind, ruleId])).toEqual([
      ['manual-discount', 'manual-discount'],
      ['rule', 'rule-1'],
      ['rule', 'rule-3'],
    ]);
    expect(reasons[2]).toEqual({
      kind: 'rule',
      ruleId: 'rule-3',
      name: 'Any',
      approver: 'channel',
      order: 5,
      lineIds: [],
      value: '178.00',
      limit: '100.00',
    });
  });
  it('compare at their limit', () => {
    expect(
      (['below', 'at-most', 'at-least', 'above'] as const).map((compare) =>
        ['99', '100', '101'].map((value) => holds(sell(compare, value))),
      ),
    ).toEqual([
      [false, false, true],
      [false, true, true],
      [true, true, false],
      [true, false, false],
    ]);
  });
  it.each([
    ['list', '200.00'],
    ['buy', '180.00'],
    ['sell', '171.00'],
    ['margin', '-9.00'],
    ['margin-percent', '-5.263158'],
    ['markup-percent', '-5'],
    ['discount-percent', '14.5'],
    ['quote-discount-percent', '5'],
  ] as const)('look at the quote’s %s', (figure, value) => {
    const quote = { discountPercent: '5', items: lines({ quantity: '2', discountPercent: '10' }) };
    expect(
      found({ kind: 'quote-figure', figure, compare: 'at-most', value: '1000' }, { ...tenOff, quote }),
    ).toMatchObject({ value, lineIds: [] });
  });
  it.each([
    ['quantity', '2'],
    ['list', '200.00'],
    ['buy', '180.00'],
    ['sell', '160.00'],
    ['margin', '-20.00'],
    ['margin-percent', '-12.5'],
    ['markup-percent', '-11.111111'],
    ['discount-percent', '20'],
    ['line-discount-percent', '20'],
  ] as const)('look at a line’s %s', (figure, value) => {
    const quote = { items: lines({ quantity: '2', discountPercent: '20' }) };
    expect(
      found(
        { kind: 'line-figure', figure, compare: 'at-most', value: '1000', families: null },
        { ...tenOff, quote },
      ),
    ).toMatchObject({ value, limit: '1000', lineIds: ['line-1'] });
  });
  it('of lines name all that meet it and the figure of the one furthest beyond', () => {
    const items = lines(
      { quantity: '5' },
      { quantity: '9', sku: 'CLOUD-1' },
      { quantity: '7' },
      { quantity: '1' },
    );
    const quantity = (compare: 'at-least' | 'at-most', value: string, families: string[] | null = null) =>
      found({ kind: 'line-figure', figure: 'quantity', compare, value, families }, { quote: { items } });
    expect(quantity('at-least', '5')).toMatchObject({ lineIds: ['line-1', 'line-2', 'line-3'], value: '9' });
    expect(quantity('at-least', '5', ['Licences'])).toMatchObject({
      lineIds: ['line-1', 'line-3'],
      value: '7',
    });
    expect(quantity('at-most', '7')).toMatchObject({ lineIds: ['line-1', 'line-3', 'line-4'], value: '1' });
    expect(quantity('at-least', '10')).toBeNull();
  });
  it('PR-127 a figure that does not exist is below everything, and above nothing', () => {
    const gift = { quote: { items: lines({ discountPercent: '100' }, { discountPercent: '0' }) } };
    const margin = (compare: 'below' | 'at-most' | 'at-least' | 'above'): Condition => ({
      kind: 'line-figure',
      figure: 'margin-percent',
      compare,
      value: '-1',
      families: null,
    });
    expect(found(margin('below'), gift)).toMatchObject({ lineIds: ['line-1'], value: null, limit: '-1' });
    expect(found(margin('at-most'), gift)).toMatchObject({ lineIds: ['line-1'] });
    expect(found(margin('at-least'), gift)).toMatchObject({ lineIds: ['line-2'] });
    expect(found(margin('above'), gift)).toMatchObject({ lineIds: ['line-2'] });
    const free = { products: [{ sku: 'LIC-1', list: '0' }] };
    expect(
      holds({ kind: 'quote-figure', figure: 'discount-percent', compare: 'at-least', value: '0' }, free),
    ).toBe(false);
    // A line with a worse figure than none there is not, wherever it stands.
    const both = { quote: { items: lines({ discountPercent: '60' }, { discountPercent: '100' }) } };
    expect(found(margin('below'), both)).toMatchObject({ lineIds: ['line-1', 'line-2'], value: null });
    const turned = { quote: { items: lines({ discountPercent: '100' }, { discountPercent: '60' }) } };
    expect(found(margin('below'), turned)).toMatchObject({ value: null });
  });
  it('PR-128 lines outside the totals, and lines without a price, are not looked at', () => {
    const items = lines({ quantity: '9', optional: true }, { sku: 'GONE', quantity: '9' }, { quantity: '1' });
    const many: Condition = {
      kind: 'line-figure',
      figure: 'quantity',
      compare: 'at-least',
      value: '5',
      families: null,
    };
    expect(holds(many, { quote: { items } })).toBe(false);
    expect(holds({ kind: 'has-sku', anyOf: ['GONE'] }, { quote: { items } })).toBe(false);
  });
  it('has-family and has-sku name their lines', () => {
    const quote = { items: lines({}, { sku: 'CLOUD-1' }, { sku: 'LIC-2' }) };
    expect(found({ kind: 'has-family', anyOf: ['Other', 'Licences'] }, { quote })).toMatchObject({
      lineIds: ['line-1', 'line-3'],
      value: null,
      limit: null,
    });
    expect(found({ kind: 'has-sku', anyOf: ['CLOUD-1'] }, { quote })).toMatchObject({ lineIds: ['line-2'] });
    expect(holds({ kind: 'has-family', anyOf: ['Other'] }, { quote })).toBe(false);
    expect(holds({ kind: 'has-sku', anyOf: ['Other'] }, { quote })).toBe(false);
  });
  it.each([
    ['tier', 'gold'],
    ['region', 'CEE'],
    ['country', 'PL'],
    ['segment', 'mid-market'],
    ['currency', 'EUR'],
    ['partner', 'partner-1'],
    ['role', 'channel'],
  ] as const)('attribute %s', (attribute, value) => {
    expect(holds({ kind: 'attribute', attribute, anyOf: ['other', value] })).toBe(true);
    expect(holds({ kind: 'attribute', attribute, anyOf: ['other'] })).toBe(false);
  });
  it('a quote without a customer has no country and no segment', () => {
    expect(holds({ kind: 'attribute', attribute: 'country', anyOf: ['PL'] }, { account: null })).toBe(false);
    expect(holds({ kind: 'attribute', attribute: 'segment', anyOf: ['mid-market'] }, { account: null })).toBe(
      false,
    );
  });
  it('all, any and not', () => {
    const yes: Condition = { kind: 'has-sku', anyOf: ['LIC-1'] };
    const figure: Condition = sell('above', '1');
    const no: Condition = { kind: 'has-sku', anyOf: ['Other'] };
    expect(found({ kind: 'all', of: [yes, figure, yes] })).toMatchObject({
      lineIds: ['line-1'],
      value: '100.00',
      limit: '1',
    });
    expect(holds({ kind: 'all', of: [yes, no] })).toBe(false);
    expect(found({ kind: 'any', of: [no, yes] })).toMatchObject({ lineIds: ['line-1'], value: null });
    expect(holds({ kind: 'any', of: [no, no] })).toBe(false);
    expect(found({ kind: 'not', of: no })).toMatchObject({ lineIds: [], value: null, limit: null });
    expect(holds({ kind: 'not', of: yes })).toBe(false);
  });
});
