import { compare } from '../money/exact';
import { decimal } from '../money/parse-decimal';
import { sumDecimals } from '../money/sum-decimals';
import type { LineProblem, PricedAmounts, PricedLine, PricedQuote, PriceStep } from '../pricing/priced';
import { linesOf, type Quote, type QuoteLine } from './quote';

/** Why a line's price is not what it was; several can hold at once. */
export type DriftReason =
  | { readonly type: 'list'; readonly from: string; readonly to: string }
  /** A step of either waterfall came, went, or has another rate or amount. null: it was or is not there. */
  | {
      readonly type: 'step';
      readonly step: PriceStep['step'];
      readonly from: StepFigure | null;
      readonly to: StepFigure | null;
    }
  | { readonly type: 'no-longer-priced'; readonly problem: LineProblem }
  | { readonly type: 'priced-now' }
  /** Its own price is the same: its share of what the whole quote gives is not. */
  | { readonly type: 'share' };

export interface StepFigure {
  readonly rate: string | null;
  readonly amount: string | null;
  readonly rule: string;
}

export type DriftKind = 'no-longer-priced' | 'changed' | 'unchanged' | 'never-priced';

export interface DriftLine {
  readonly line: QuoteLine;
  readonly kind: DriftKind;
  readonly before: PricedAmounts | null;
  readonly after: PricedAmounts | null;
  /** What the customer pays for the line, after less before; null when one of them is missing. */
  readonly difference: string | null;
  readonly reasons: readonly DriftReason[];
}

const rank: Readonly<Record<DriftKind, number>> = {
  'no-longer-priced': 0,
  changed: 1,
  'never-priced': 2,
  unchanged: 3,
};

/**
 * PR-32: every line of the quote with its price as it stands (`before`) and as it would be with all new prices (`after`), and why they
 * differ. Lines that lose their price come first, then those that change, each in the quote's order.
 */
export function driftReport(quote: Quote, before: PricedQuote, after: PricedQuote): readonly DriftLine[] {
  const old = new Map(before.lines.map((line) => [line.lineId, line]));
  const fresh = new Map(after.lines.map((line) => [line.lineId, line]));
  return linesOf(quote)
    .map((line) => driftOf(line, old.get(line.id), fresh.get(line.id)))
    .sort((a, b) => rank[a.kind] - rank[b.kind]);
}

function driftOf(line: QuoteLine, old: PricedLine | undefined, fresh: PricedLine | undefined): DriftLine {
  const before = old?.status === 'priced' ? old.amounts : null;
  const after = fresh?.status === 'priced' ? fresh.amounts : null;
  const row = { line, before, after, difference: null };
  if (!after) {
    const problem = fresh?.status === 'problem' ? fresh.problem : null;
    const reasons: DriftReason[] = problem ? [{ type: 'no-longer-priced', problem }] : [];
    return { ...row, kind: before ? 'no-longer-priced' : 'never-priced', reasons };
  }
  if (!before) return { ...row, kind: 'changed', reasons: [{ type: 'priced-now' }] };
  const difference = sumDecimals([after.sellLine, negated(before.sellLine)]);
  if (isSame(before, after)) return { ...row, difference, kind: 'unchanged', reasons: [] };
  const reasons = reasonsOf(before, after);
  return {
    ...row,
    difference,
    kind: 'changed',
    reasons: reasons.length === 0 ? [{ type: 'share' }] : reasons,
  };
}

const figures = ['listUnit', 'buyUnit', 'sellUnit', 'listLine', 'buyLine', 'sellLine'] as const;
const isSame = (a: PricedAmounts, b: PricedAmounts): boolean =>
  figures.every((figure) => compare(decimal(a[figure]), decimal(b[figure])) === 0);

/** Steps whose amount only follows from others, or that say nothing of where a price comes from. */
const following: ReadonlySet<PriceStep['step']> = new Set([
  'list',
  'quantity',
  'line-rounding',
  'unit-rounding',
  'quote-discount',
  'bundle-allocation',
  'tax-extraction',
  'tax-gross-up',
]);

function reasonsOf(before: PricedAmounts, after: PricedAmounts): DriftReason[] {
  const reasons: DriftReason[] = [];
  if (compare(decimal(before.listUnit), decimal(after.listUnit)) !== 0) {
    reasons.push({ type: 'list', from: before.listUnit, to: after.listUnit });
  }
  const old = stepsOf(before);
  const fresh = stepsOf(after);
  for (const step of new Set([...old.keys(), ...fresh.keys()])) {
    const from = old.get(step) ?? null;
    const to = fresh.get(step) ?? null;
    if (from && to && from.rate === to.rate && from.amount === to.amount) continue;
    reasons.push({ type: 'step', step, from, to });
  }
  return reasons;
}

/** What each step of both waterfalls gives; a step that brought nothing is as if it were not there. */
function stepsOf({ buySteps, sellSteps }: PricedAmounts): ReadonlyMap<PriceStep['step'], StepFigure> {
  const gives = [...buySteps, ...sellSteps].filter(
    ({ step, note, rate, amount }) =>
      !following.has(step) &&
      note !== 'not-best-of-group' &&
      note !== 'no-benefit' &&
      (rate !== null || amount !== null),
  );
  return new Map(
    gives.map(({ step, rate, amount, rule }) => [
      step,
      { rate, amount: rate === null ? amount : null, rule },
    ]),
  );
}

const negated = (value: string): string => (value.startsWith('-') ? value.slice(1) : `-${value}`);

/** After less before, of two decimals. */
export const differenceOf = (before: string, after: string): string => sumDecimals([after, negated(before)]);
