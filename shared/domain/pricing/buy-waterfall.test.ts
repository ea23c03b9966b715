import { describe, expect, it } from 'vitest';
import { amountsOf, anAgreement, lines, price } from '../quote/quote.test-kit';
import type { PricingPolicy, WaterfallStep } from './policy';
import type { PriceStep } from './priced';

const step = (name: WaterfallStep['step'], changes: Partial<WaterfallStep> = {}): WaterfallStep => ({
  step: name,
  basis: 'running',
  bestOf: null,
  ...changes,
});
const tier20: Pick<PricingPolicy, 'tierDiscounts'> = {
  tierDiscounts: [{ tier: 'gold', family: null, percent: '20' }],
};
const inShort = (steps: readonly PriceStep[]) =>
  steps
    .filter(({ per }) => per === 'unit')
    .map(({ step, rate, before, after, note }) => [step, rate, before, after, note]);

describe('buy waterfall', () => {
  it('PR-20 without any data is the list price, which names its book and version (PR-5)', () => {
    const { buyLine, buySteps } = amountsOf(price());
    expect(buyLine).toBe('100.00');
    expect(buySteps[0]).toMatchObject({ step: 'list', rule: 'Gold EUR v3', amount: '100.00' });
  });

  it('PR-21 takes the steps in the order of the policy, not of the code', () => {
    const inOrder = (...buySteps: WaterfallStep[]) =>
      amountsOf(
        price({
          policy: { buySteps, ...tier20 },
          agreements: [anAgreement({ discounts: [{ sku: null, family: null, percent: '10' }] })],
        }),
      ).buySteps;
    expect(inShort(inOrder(step('tier'), step('agreement', { basis: 'list' })))).toEqual([
      ['list', null, '100.00', '100.00', null],
      ['tier', '20', '100.00', '80.00', null],
      ['agreement', '10', '80.00', '70.00', null],
    ]);
    expect(inShort(inOrder(step('agreement', { basis: 'list' }), step('tier')))).toEqual([
      ['list', null, '100.00', '100.00', null],
      ['agreement', '10', '100.00', '90.00', null],
      ['tier', '20', '90.00', '72.00', null],
    ]);
  });

  it('PR-21 leaves out a step the policy does not name', () => {
    expect(amountsOf(price({ policy: { buySteps: [step('agreement')], ...tier20 } })).buyLine).toBe('100.00');
  });

  it('PR-21 PR-103 of a best-of group only the largest reduction applies, where the group stands', () => {
    const best = (agreementPercent: string) =>
      inShort(
        amountsOf(
          price({
            policy: {
              buySteps: [
                step('tier', { bestOf: 'partner' }),
                step('volume'),
                step('agreement', { bestOf: 'partner' }),
              ],
              ...tier20,
              volumeSchedules: [
                { id: 'volume', scope: 'line', family: null, bands: [{ from: '1', percent: '50' }] },
              ],
            },
            agreements: [
              anAgreement({ discounts: [{ sku: null, family: null, percent: agreementPercent }] }),
            ],
          }),
        ).buySteps,
      );
    expect(best('25')).toEqual([
      ['list', null, '100.00', '100.00', null],
      ['tier', '20', '100.00', '100.00', 'not-best-of-group'],
      ['agreement', '25', '100.00', '75.00', null],
      ['volume', '50', '75.00', '37.50', null],
    ]);
    // A tie goes to the step named first.
    expect(best('20').slice(1, 3)).toEqual([
      ['tier', '20', '100.00', '80.00', null],
      ['agreement', '20', '80.00', '80.00', 'not-best-of-group'],
    ]);
  });

  it('PR-103 compares what steps take off, not their rates: 15 % of list beats 20 % of what is left', () => {
    const { buySteps } = amountsOf(
      price({
        policy: {
          buySteps: [
            step('volume'),
            step('tier', { bestOf: 'partner' }),
            step('agreement', { basis: 'list', bestOf: 'partner' }),
          ],
          ...tier20,
          volumeSchedules: [
            { id: 'volume', scope: 'line', family: null, bands: [{ from: '1', percent: '50' }] },
          ],
        },
        agreements: [anAgreement({ discounts: [{ sku: null, family: null, percent: '15' }] })],
      }),
    );
    expect(inShort(buySteps).slice(2)).toEqual([
      ['tier', '20', '50.00', '50.00', 'not-best-of-group'],
      ['agreement', '15', '50.00', '35.00', null],
    ]);
  });

  it('PR-25 stops at zero and says so', () => {
    const { buyLine, buySteps } = amountsOf(
      price({
        policy: {
          buySteps: [step('tier', { basis: 'list' }), step('agreement', { basis: 'list' })],
          tierDiscounts: [{ tier: 'gold', family: null, percent: '60' }],
        },
        agreements: [anAgreement({ discounts: [{ sku: null, family: null, percent: '60' }] })],
      }),
    );
    expect(buyLine).toBe('0.00');
    expect(inShort(buySteps).at(-1)).toEqual(['agreement', '60', '40.00', '0.00', 'stopped-at-zero']);
  });

  it('PR-2 rounds unit prices only where the policy says so, and goes on from the rounded one', () => {
    const situation = {
      products: [{ sku: 'LIC-1', list: '1.115' }],
      quote: { items: lines({ quantity: '100', sell: { kind: 'markup', percent: '10' } as const }) },
    };
    expect(amountsOf(price(situation))).toMatchObject({ buyLine: '111.50', sellLine: '122.65' });
    const rounding = { unit: { mode: 'half-up', decimals: 2 }, line: 'half-up', tax: 'half-up' } as const;
    const rounded = amountsOf(price({ ...situation, policy: { rounding } }));
    // 1.115 -> 1.12; 1.12 x 1.1 = 1.232 -> 1.23.
    expect(rounded).toMatchObject({
      buyUnit: '1.12',
      buyLine: '112.00',
      sellUnit: '1.23',
      sellLine: '123.00',
    });
    expect(rounded.buySteps[1]).toMatchObject({ step: 'unit-rounding', rule: 'half-up', after: '1.12' });
  });

  it.each([
    ['half-up', '0.13'],
    ['half-even', '0.12'],
    ['up', '0.13'],
    ['down', '0.12'],
  ] as const)('PR-2 rounds a line of 0.125 %s to %s', (line, expected) => {
    const priced = price({
      products: [{ sku: 'LIC-1', list: '0.125' }],
      policy: { rounding: { unit: null, line, tax: 'half-up' } },
    });
    expect(amountsOf(priced)).toMatchObject({ listLine: expected, buyLine: expected, sellLine: expected });
  });
});
