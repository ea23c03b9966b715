import { once } from '../../lib/once';
import { err, ok } from '../../lib/result';
import { multiply, zero, type Exact } from '../money/exact';
import { dayNumber } from '../pricing/calendar';
import { averageEnd, type RunningValue } from '../pricing/co-term';
import type { Contract } from '../pricing/contract';
import { netUnitPrice } from '../pricing/net-unit';
import type { Period } from '../pricing/proration';
import { decimal } from '../money/parse-decimal';
import type { DraftedLine, LineOutcome } from './drafted-line';

/**
 * PR-13 `average`, PR-148: the one day on which the contract and all new lines that join it end, weighted by value. Lines outside the
 * totals do not move it for the others, and find the day that it would be with them.
 */
export function withCommonEnd(
  outcomes: readonly LineOutcome[],
  contract: Contract | undefined,
): LineOutcome[] {
  const joining = outcomes.flatMap(({ outcome }) =>
    outcome.ok && joinsOnAverage(outcome.value) ? outcome.value : [],
  );
  if (!contract || joining.length === 0) return [...outcomes];
  const known = new Set(joining);
  const committed = joining.filter(({ outside }) => !outside);
  const shared = once(() => commonEnd(committed, contract));
  return outcomes.map((drafted): LineOutcome => {
    if (!drafted.outcome.ok) return drafted;
    const line = drafted.outcome.value;
    const { term } = line.toPrice;
    if (!known.has(line) || !term?.dated) return drafted;
    const { startsOn } = term.dated;
    const endsOn = line.outside ? commonEnd([...committed, line], contract) : shared();
    if (dayNumber(endsOn) < dayNumber(startsOn)) {
      return { ...drafted, outcome: err({ type: 'invalid-term', why: 'end-before-start' }) };
    }
    const toPrice = { ...line.toPrice, term: { ...term, dated: { startsOn, endsOn } } };
    return { ...drafted, outcome: ok({ ...line, toPrice }) };
  });
}

const joinsOnAverage = ({ resolved: { line, book }, toPrice }: DraftedLine): boolean =>
  line.term?.end.kind === 'contract' &&
  !line.contractChange &&
  book.header.policy.coTerm === 'average' &&
  toPrice.term !== null;

const periodsInYear = (period: Period): Exact => ({ n: period === 'month' ? 12n : 1n, d: 1n });

function commonEnd(joining: readonly DraftedLine[], contract: Contract): string {
  const added = joining.flatMap(({ toPrice, draft }) => {
    const { term } = toPrice;
    if (!term?.dated) return [];
    // A bundle with a fixed price is worth what its parts are (PR-151).
    const unit =
      toPrice.allocated && toPrice.origin.kind !== 'bundle-part' ? zero : netUnitPrice(toPrice, draft, zero);
    const yearly = multiply(unit, periodsInYear(term.period));
    return { ...term.dated, yearlyValue: multiply(yearly, toPrice.facts.quantity) };
  });
  const startsOn = added.map((line) => line.startsOn).reduce((a, b) => (dayNumber(b) < dayNumber(a) ? b : a));
  const existing: RunningValue[] = contract.lines
    .filter((line) => line.endsOn >= startsOn)
    .map(({ endsOn, period, quantity, sellUnit }) => ({
      endsOn,
      yearlyValue: multiply(multiply(decimal(sellUnit), periodsInYear(period)), decimal(quantity)),
    }));
  return averageEnd(startsOn, [...existing, ...added]);
}
