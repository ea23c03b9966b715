import { add, multiply, zero, type Exact } from '../money/exact';
import { formatScaled } from '../money/format-decimal';
import { fromMinor } from '../money/minor-units';
import type { RoundingMode } from '../money/rounding-mode';
import type { LineToPrice } from './line-to-price';
import type { ChargedTerm } from './periods';
import { isCredit } from './price-origin';
import type { PartHead, Trail } from './trail';

type Extent = Pick<LineToPrice, 'facts' | 'term'>;

/** PR-10, PR-12: how many unit prices a line costs: quantity x periods, or the sum of that over the runs of a ramp. */
export function unitPeriods({ facts, term }: Extent): Exact {
  if (!term) return facts.quantity;
  if (term.ramp.length === 0) return multiply(facts.quantity, term.periods);
  return term.ramp.map(({ quantity, periods }) => multiply(quantity, periods)).reduce(add, zero);
}

/**
 * PR-2, PR-3: from the exact unit price to the line's amount in whole minor units: times quantity, times periods, rounded once. A credit
 * then turns below zero (PR-50); a part of a bundle with a fixed price gets its share instead (PR-14).
 */
export function extendToLine(
  trail: Trail,
  line: LineToPrice,
  mode: RoundingMode,
  share: bigint | null,
): bigint {
  const { origin, digits, term } = line;
  if (term && term.ramp.length > 0) {
    trail.extend(
      {
        step: 'ramp',
        rule: term.period,
        basis: 'running',
        parts: term.ramp.map(({ quantityText, periods }) => periodsPart(quantityText, periods)),
      },
      multiply(trail.value, unitPeriods(line)),
    );
  } else {
    trail.extend(
      { step: 'quantity', rule: 'quantity', basis: 'running', amount: line.quantityText },
      multiply(trail.value, line.facts.quantity),
    );
    if (term) runForTerm(trail, term, line.quantityText);
  }
  const rounded = trail.round('line-rounding', mode, digits);
  if (isCredit(origin)) {
    const given = origin.kind === 'contract' && origin.credit === 'given';
    trail.credit({ step: 'credit', rule: 'credit', basis: 'running' }, given);
    return given ? -rounded : 0n;
  }
  if (share === null) return rounded;
  trail.take(
    { step: 'bundle-allocation', rule: 'bundle', basis: 'running', amount: formatScaled(share, digits) },
    fromMinor(share, digits),
  );
  return share;
}

/** PR-26: as parts, so that a replay has the exact fraction of a period. The months are for reading, where there are whole ones. */
function runForTerm(trail: Trail, term: ChargedTerm, quantityText: string): void {
  trail.take(
    {
      step: 'term',
      rule: term.period,
      basis: 'running',
      amount: term.months === null ? null : String(term.months),
      parts: [periodsPart(quantityText, term.periods)],
    },
    multiply(trail.value, term.periods),
  );
}

const periodsPart = (units: string, periods: Exact): PartHead => ({
  kind: 'periods',
  units,
  figure: fractionText(periods),
});

/** A number as a fraction in lowest terms: "13/12", "36". */
function fractionText({ n, d }: Exact): string {
  const by = commonDivisor(n, d);
  return d === by ? `${n / by}` : `${n / by}/${d / by}`;
}

function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonDivisor(b, a % b);
}
