/** What must hold for every quote with terms, bundles, alternatives and contract changes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumDecimals } from '../money/sum-decimals';
import type { PricedAmounts, PricedLine } from '../pricing/priced';
import { plainSituations } from './arbitrary-situation.test-kit';
import { structured, structures } from './arbitrary-structure.test-kit';
import { linesOf, type QuoteLine } from './quote';
import { price, type Situation } from './quote.test-kit';

const runs = { numRuns: 200 };
const quotes = fc
  .tuple(plainSituations, structures)
  .map(([plain, structure]) => structured(plain, structure));

interface Row {
  readonly line: QuoteLine;
  readonly priced: PricedLine;
  readonly amounts: PricedAmounts;
}

function rowsOf(situation: Situation): Row[] {
  const { lines } = price(situation);
  return linesOf({ items: situation.quote?.items ?? [] }).flatMap((line, index) => {
    const priced = lines[index];
    return priced?.status === 'priced' ? { line, priced, amounts: priced.amounts } : [];
  });
}
const shown = (...texts: readonly string[]) => sumDecimals(texts);

describe('every structured quote', () => {
  it('PR-145 has payments that sum to what the line sells for', () => {
    fc.assert(
      fc.property(quotes, (situation) => {
        for (const { amounts } of rowsOf(situation)) {
          const recurs = amounts.charge.kind === 'recurring';
          const paid = shown(...amounts.payments.map(({ amount }) => amount));
          expect(paid).toBe(recurs ? shown(amounts.sellLine) : '0');
          const [first] = amounts.payments;
          expect(first?.dueOn).toBe(recurs ? (amounts.period?.startsOn ?? null) : undefined);
        }
      }),
      runs,
    );
  });

  it('PR-154 has bundles that are the sum of their line and its parts', () => {
    fc.assert(
      fc.property(quotes, (situation) => {
        const rows = rowsOf(situation);
        for (const { line, priced, amounts } of rows.filter((row) => row.amounts.bundle)) {
          const parts = rows.filter(
            (row) =>
              row.line.component?.parentId === line.id &&
              row.priced.optional === priced.optional &&
              row.amounts.charge.kind !== 'usage',
          );
          for (const figure of ['listLine', 'buyLine', 'sellLine'] as const) {
            expect(shown(amounts.bundle?.[figure] ?? '')).toBe(
              shown(amounts[figure], ...parts.map((part) => part.amounts[figure])),
            );
          }
        }
      }),
      runs,
    );
  });

  it('PR-151 leaves nothing on the line of a fixed bundle with parts, and loses nothing', () => {
    fc.assert(
      fc.property(quotes, (situation) => {
        for (const { line, amounts } of rowsOf(situation)) {
          const allocation = amounts.sellSteps.find(({ step }) => step === 'bundle-allocation');
          if (!allocation || line.component) continue;
          expect([amounts.listLine, amounts.buyLine, amounts.sellLine].map((text) => shown(text))).toEqual([
            '0',
            '0',
            '0',
          ]);
          const before = rowsOf(situation)
            .filter((row) => row.line.component?.parentId === line.id)
            .flatMap((row) => row.amounts.buySteps.filter(({ step }) => step === 'bundle-allocation'));
          const whole = amounts.buySteps.find(({ step }) => step === 'bundle-allocation')?.before ?? '';
          expect(shown(...before.map(({ amount }) => amount ?? ''))).toBe(shown(whole));
        }
      }),
      runs,
    );
  });

  it('PR-14 counts a part outside the totals when its bundle is', () => {
    fc.assert(
      fc.property(quotes, (situation) => {
        const rows = rowsOf(situation);
        const outside = new Set(rows.filter(({ priced }) => priced.optional).map(({ line }) => line.id));
        const parts = rows.filter(({ line }) => outside.has(line.component?.parentId ?? ''));
        expect(parts.filter(({ priced }) => !priced.optional)).toEqual([]);
      }),
      runs,
    );
  });
});
