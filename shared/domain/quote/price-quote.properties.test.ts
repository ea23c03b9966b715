/** What must hold for every quote, not only for those somebody thought of. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, subtract, zero, type Exact } from '../money/exact';
import { decimal } from '../money/parse-decimal';
import { replaySteps } from '../pricing/replay-steps';
import type { PricedAmounts, PricedQuote } from '../pricing/priced';
import { percents, situations } from './arbitrary-situation.test-kit';
import { price } from './quote.test-kit';

const runs = { numRuns: 300 };
const sum = (texts: readonly string[]): Exact => texts.map(decimal).reduce(add, zero);
const same = (a: Exact, b: Exact) => compare(a, b) === 0;

const pricedLines = (priced: PricedQuote) =>
  priced.lines.flatMap((line) => (line.status === 'priced' ? line : []));
const committed = (priced: PricedQuote): PricedAmounts[] =>
  pricedLines(priced)
    .filter(({ optional, amounts }) => !optional && amounts.charge.kind !== 'usage')
    .map(({ amounts }) => amounts);

describe('every priced quote', () => {
  it('PR-3 has totals that are the exact sums of its parts', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const priced = price(situation);
        const lines = committed(priced);
        const { totals } = priced;
        expect(same(sum(lines.map(({ listLine }) => listLine)), decimal(totals.list))).toBe(true);
        expect(same(sum(lines.map(({ buyLine }) => buyLine)), decimal(totals.buy))).toBe(true);
        expect(same(sum(lines.map(({ sellLine }) => sellLine)), decimal(totals.sell))).toBe(true);
        expect(same(sum(totals.taxGroups.map(({ net }) => net)), decimal(totals.sell))).toBe(true);
        expect(same(sum(totals.taxGroups.map(({ tax }) => tax)), decimal(totals.tax))).toBe(true);
        expect(same(sum([totals.sell, totals.tax]), decimal(totals.gross))).toBe(true);
        expect(same(sum([totals.oneTimeSell, totals.recurringSell]), decimal(totals.sell))).toBe(true);
        expect(same(subtract(decimal(totals.sell), decimal(totals.buy)), decimal(totals.margin))).toBe(true);
      }),
      runs,
    );
  });

  it('PR-4 spreads the quote-level discount over the committed lines without losing a cent', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const priced = price(situation);
        const parts = pricedLines(priced).flatMap(({ amounts }) =>
          amounts.sellSteps.flatMap(({ step, amount }) => (step === 'quote-discount' ? (amount ?? []) : [])),
        );
        expect(same(sum(parts), decimal(priced.totals.quoteDiscount))).toBe(true);
      }),
      runs,
    );
  });

  it('PR-26 has explanations that replay to the net of both waterfalls', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        for (const { amounts } of pricedLines(price(situation))) {
          const replayed = replaySteps(amounts);
          expect(same(replayed.buyLine, decimal(amounts.buyLine))).toBe(true);
          expect(same(replayed.sellLine, decimal(amounts.sellLine))).toBe(true);
        }
      }),
      runs,
    );
  });

  it('PR-26 shows each step within half a millionth of its exact value, each starting where the last ended', () => {
    const half: Exact = { n: 1n, d: 2_000_000n };
    fc.assert(
      fc.property(situations, (situation) => {
        for (const { amounts } of pricedLines(price(situation))) {
          const { afterBuySteps, afterSellSteps } = replaySteps(amounts);
          for (const [steps, values] of [
            [amounts.buySteps, afterBuySteps],
            [amounts.sellSteps, afterSellSteps],
          ] as const) {
            steps.forEach(({ before, after }, index) => {
              const off = subtract(decimal(after), values[index] ?? zero);
              const size = off.n < 0n ? { n: -off.n, d: off.d } : off;
              expect(compare(size, half)).toBeLessThanOrEqual(0);
              expect(before).toBe(index === 0 ? before : steps[index - 1]?.after);
            });
          }
        }
      }),
      runs,
    );
  });

  it('PR-25 never goes below zero, but for what is given back (PR-50)', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const sold = pricedLines(price(situation)).filter(({ amounts }) =>
          amounts.sellSteps.every(({ step }) => step !== 'credit'),
        );
        const shown = sold.flatMap(({ amounts }) => [
          amounts.buyLine,
          amounts.sellLine,
          ...[...amounts.buySteps, ...amounts.sellSteps].map(({ after }) => after),
        ]);
        expect(shown.filter((text) => text.startsWith('-'))).toEqual([]);
      }),
      runs,
    );
  });

  it('PR-20 never costs the customer more when more discount is given', () => {
    fc.assert(
      fc.property(situations, percents, percents, (situation, first, second) => {
        const [less, more] = [first, second].sort((a, b) => compare(decimal(a), decimal(b)));
        const soldAt = (discountPercent: string | undefined) =>
          decimal(
            price({ ...situation, quote: { ...situation.quote, discountPercent: discountPercent ?? '0' } })
              .totals.gross,
          );
        expect(compare(soldAt(more), soldAt(less))).toBeLessThanOrEqual(0);
      }),
      runs,
    );
  });

  it('PR-33 comes out the same again, and changes nothing it was given', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const before = structuredClone(situation);
        expect(structuredClone(price(situation))).toEqual(structuredClone(price(situation)));
        expect(situation).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });
});
