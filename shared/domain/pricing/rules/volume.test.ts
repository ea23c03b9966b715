import { describe, expect, it } from 'vitest';
import { amountsOf, lines, price } from '../../quote/quote.test-kit';
import type { PricingPolicy } from '../policy';
import type { VolumeSchedule } from '../volume-bands';

const schedule = (changes: Partial<VolumeSchedule> = {}): VolumeSchedule => ({
  id: 'volume',
  kind: 'slab',
  scope: 'line',
  family: null,
  bands: [
    { from: '21', percent: '10' },
    { from: '11', percent: '5' },
  ],
  ...changes,
});
const bought = (
  quantity: string,
  volumeSchedules: VolumeSchedule[],
  policy: Partial<PricingPolicy> = {},
  list = '100',
) =>
  amountsOf(
    price({
      products: [{ sku: 'LIC-1', list }],
      quote: { items: lines({ quantity }) },
      policy: { volumeSchedules, ...policy },
    }),
  );

describe('volume (PR-11 slab)', () => {
  it('worked example 2: list 100, 11 units, 5 % off from unit 11: slab 1,095.00, range 1,045.00', () => {
    const from11 = { bands: [{ from: '11', percent: '5' }] };
    expect(bought('11', [schedule(from11)]).buyLine).toBe('1095.00');
    expect(bought('11', [schedule({ ...from11, kind: 'range' })]).buyLine).toBe('1045.00');
  });
  it('takes the percentage of each unit’s own band; nothing below the first', () => {
    expect(
      ['0', '10', '10.5', '11', '20', '21', '30'].map((quantity) => bought(quantity, [schedule()]).buyLine),
    ).toEqual(['0.00', '1000.00', '1047.50', '1095.00', '1950.00', '2040.00', '2850.00']);
  });
  it('PR-26 lists how many units have which percentage', () => {
    const [, step] = bought('25', [schedule()]).buySteps;
    expect(step).toMatchObject({
      step: 'volume',
      rule: 'volume',
      rate: null,
      after: '96.00',
      note: null,
      parts: [
        { kind: 'percent-off', units: '10', figure: '0' },
        { kind: 'percent-off', units: '10', figure: '5' },
        { kind: 'percent-off', units: '5', figure: '10' },
      ],
    });
    expect(bought('10', [schedule()]).buySteps[1]?.step).not.toBe('volume');
  });
  it('is one percentage when all units are in one band, and for a quantity of 0 that of its band', () => {
    const fromOne = schedule({
      bands: [
        { from: '1', percent: '2' },
        { from: '11', percent: '5' },
      ],
    });
    expect(bought('10', [fromOne]).buySteps[1]).toMatchObject({ rate: '2', parts: [], after: '98.00' });
    const fromZero = schedule({ bands: [{ from: '0', percent: '3' }] });
    expect(bought('0', [fromZero]).buyUnit).toBe('97.00');
    expect(bought('0', [schedule()]).buyUnit).toBe('100.00');
  });
  it("PR-11 by family: the average of the family's whole quantity applies to every line", () => {
    const priced = price({
      products: [{ sku: 'LIC-1' }, { sku: 'LIC-2' }],
      quote: { items: lines({ quantity: '6' }, { sku: 'LIC-2', quantity: '14' }) },
      policy: { volumeSchedules: [schedule({ scope: 'family' })] },
    });
    expect([0, 1].map((index) => amountsOf(priced, index).buyUnit)).toEqual(['97.50', '97.50']);
    expect(amountsOf(priced, 0).buySteps[1]?.parts.map(({ units }) => units)).toEqual(['10', '10']);
  });
  it('PR-104 of two schedules the one that takes more off the average unit applies', () => {
    const flat = schedule({ id: 'flat', kind: 'range', bands: [{ from: '1', percent: '4' }] });
    const ruleAt = (quantity: string) => bought(quantity, [schedule(), flat]).buySteps[1]?.rule;
    // 20 units: slab 2.5 % on average; 35 units: (10 x 5 + 15 x 10) / 35 = 5.7 %.
    expect([ruleAt('20'), ruleAt('35')]).toEqual(['flat', 'volume']);
  });
  it('PR-21 on basis list takes percentages of the list price off what is left', () => {
    const policy: Partial<PricingPolicy> = {
      buySteps: [
        { step: 'tier', basis: 'running', bestOf: null },
        { step: 'volume', basis: 'list', bestOf: null },
      ],
      tierDiscounts: [{ tier: 'gold', family: null, percent: '50' }],
    };
    expect(bought('20', [schedule()], policy).buyLine).toBe('950.00');
  });
  it('PR-117 stops at zero with the average unit and says so', () => {
    const policy: Partial<PricingPolicy> = {
      buySteps: [
        { step: 'tier', basis: 'running', bestOf: null },
        { step: 'volume', basis: 'list', bestOf: null },
      ],
      tierDiscounts: [{ tier: 'gold', family: null, percent: '90' }],
    };
    const half = schedule({ bands: [{ from: '11', percent: '50' }] });
    // 10 units at 10.00 and 10 at -40.00 each.
    const { buyLine, buySteps } = bought('20', [half], policy);
    expect(buyLine).toBe('0.00');
    expect(buySteps[2]).toMatchObject({ step: 'volume', after: '0.00', note: 'stopped-at-zero' });
    expect(bought('12', [half], policy).buyLine).toBe('20.00');
  });
});
