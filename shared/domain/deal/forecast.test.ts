import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumDecimals } from '../money/sum-decimals';
import { forecastOf, forecastTotals, probabilityOf } from './forecast';
import { forecasts, stages, type Opportunity } from './opportunity';
import type { SalesPath } from './sales-path';

type Deal = Pick<Opportunity, 'amount' | 'currency' | 'stage' | 'forecast'>;

const path: Pick<SalesPath, 'stages'> = {
  stages: [
    { stage: 'proposal', guidance: { en: '' }, exit: [], send: [], probability: 65 },
    { stage: 'won', guidance: { en: '' }, exit: [], send: [], probability: 5 },
  ],
};

const deal: fc.Arbitrary<Deal> = fc.record({
  amount: fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.integer({ min: 0, max: 99 }))
    .map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`),
  currency: fc.constantFrom('PLN', 'EUR', 'KZT'),
  stage: fc.constantFrom(...stages),
  forecast: fc.constantFrom(...forecasts, null, undefined),
});

describe('OPP-1 the forecast', () => {
  it("is the rep's own word, else what the stage says", () => {
    expect(forecastOf({ stage: 'proposal' })).toBe('best-case');
    expect(forecastOf({ stage: 'proposal', forecast: 'omitted' })).toBe('omitted');
  });

  it("takes the chance of winning from the vendor's sales path, and a usual one where that says nothing", () => {
    expect(probabilityOf(path, 'proposal')).toBe(65);
    expect(probabilityOf(path, 'solution')).toBe(40);
    expect(probabilityOf(null, 'proposal')).toBe(60);
    // What is won is won, whatever the path says.
    expect(probabilityOf(path, 'won')).toBe(100);
  });

  it('PR-1 weighs exactly: 65 % of 0.10 is 0.065', () => {
    expect(forecastTotals([{ amount: '0.10', currency: 'EUR', stage: 'proposal' }], path)).toEqual([
      {
        currency: 'EUR',
        byForecast: { omitted: '0', pipeline: '0', 'best-case': '0.1', commit: '0' },
        weighted: '0.065',
        won: '0',
      },
    ]);
  });

  it('counts what is omitted nowhere but under its name, and a lost deal not at all', () => {
    const omitted = { amount: '70', currency: 'EUR', stage: 'proposal', forecast: 'omitted' } as const;
    const lost = { amount: '9', currency: 'EUR', stage: 'lost', forecast: 'commit' } as const;
    expect(forecastTotals([omitted, lost], path)).toMatchObject([
      { byForecast: { omitted: '70', commit: '0' }, weighted: '0', won: '0' },
    ]);
  });

  it('PR-1 sums every open and won amount once, currency by currency, in any order', () => {
    fc.assert(
      fc.property(fc.array(deal, { maxLength: 30 }), (deals) => {
        const totals = forecastTotals(deals, path);
        expect(totals.map(({ currency }) => currency)).toEqual(
          [...new Set(deals.map(({ currency }) => currency))].sort(),
        );
        for (const { currency, byForecast, won } of totals) {
          const counted = deals.filter((each) => each.currency === currency && each.stage !== 'lost');
          expect(sumDecimals([...Object.values(byForecast), won])).toBe(
            sumDecimals(counted.map(({ amount }) => amount)),
          );
        }
        expect(forecastTotals(deals.toReversed(), path)).toEqual(totals);
      }),
    );
  });

  it('PR-1 the weighted forecast of all is the sum of the weighted forecasts of parts', () => {
    fc.assert(
      fc.property(fc.array(deal, { maxLength: 20 }), fc.nat({ max: 20 }), (deals, at) => {
        const weighted = (some: readonly Deal[]) =>
          new Map(forecastTotals(some, path).map((total) => [total.currency, total.weighted]));
        const [left, right] = [weighted(deals.slice(0, at)), weighted(deals.slice(at))];
        for (const [currency, all] of weighted(deals)) {
          expect(all).toBe(sumDecimals([left.get(currency) ?? '0', right.get(currency) ?? '0']));
        }
      }),
    );
  });
});
