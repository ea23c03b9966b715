import { assertNever } from '../../lib/assert-never';
import { err, ok, type Result } from '../../lib/result';
import type { Charge } from '../catalog/product';
import { compare, multiply, zero, type Exact } from '../money/exact';
import { formatExact } from '../money/format-decimal';
import { parseDecimal } from '../money/parse-decimal';
import { dayNumber, dayText, lastDayOfMonths, monthStep, wholeMonths } from '../pricing/calendar';
import { earliestPlusTerm } from '../pricing/co-term';
import type { Contract } from '../pricing/contract';
import type { ChargedTerm, RampRun } from '../pricing/periods';
import type { PricingPolicy } from '../pricing/policy';
import type { LineProblem } from '../pricing/priced';
import { periodsBetween, periodsInMonths } from '../pricing/proration';
import { invalidChange, type ContractChange } from './contract-change';
import type { LineTerm } from './line-term';

export interface TermContext {
  readonly term: LineTerm | null;
  readonly charge: Charge;
  readonly policy: PricingPolicy;
  readonly contract: Contract | undefined;
  readonly change: ContractChange | null;
  readonly pricingDate: string;
  /** PR-14: units of the line's quantity that each unit typed stands for. */
  readonly scale: Exact;
}

type Why = Extract<LineProblem, { type: 'invalid-term' }>['why'];
const invalid = (why: Why) => err({ type: 'invalid-term', why } as const);

/** PR-10, PR-12, PR-13: how long a line is charged; null for what does not recur. */
export function resolveTerm(context: TermContext): Result<ChargedTerm | null, LineProblem> {
  const { term, charge, change } = context;
  if (charge.kind !== 'recurring') return term ? invalid('not-recurring') : ok(null);
  const span =
    change?.action === 'reduce'
      ? creditSpan(term, change, context.pricingDate)
      : spanOf(context, charge.termMonths);
  if (!span.ok) return span;
  const { months, startsOn, endsOn } = span.value;
  const dated = startsOn === null || endsOn === null ? null : { startsOn, endsOn };
  if (dated && dayNumber(dated.endsOn) < dayNumber(dated.startsOn)) return invalid('end-before-start');
  if (dated && monthStep(dayNumber(dated.startsOn), mostMonths) <= dayNumber(dated.endsOn))
    return invalid('too-long');
  const periods =
    months === null && dated
      ? periodsBetween(context.policy.proration, charge.period, dated.startsOn, dated.endsOn)
      : periodsInMonths(months ?? charge.termMonths, charge.period);
  const length = months ?? (dated && wholeLength(dated));
  const ramp = rampOf(context, charge.period);
  if (!ramp.ok) return ramp;
  if (ramp.value.length > 0) {
    const sum = ramp.value.reduce((total, run) => total + run.months, 0);
    if (sum !== length || change?.action === 'reduce') return invalid('ramp-length');
  }
  return ok({
    period: charge.period,
    periods,
    months: length,
    dated,
    billing: term?.billing ?? 'upfront',
    ramp: ramp.value,
  });
}

/** PR-141: what a term in months can have at most holds for any other too. */
const mostMonths = 600;

/** `months`: charged as so many whole months; null: from day to day, by the policy. */
interface Span {
  readonly months: number | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

const wholeTerm = (startsOn: string | null, months: number): Result<Span, LineProblem> =>
  ok({ months, startsOn, endsOn: startsOn === null ? null : lastDayOfMonths(startsOn, months) });
const fromTo = (startsOn: string | null, endsOn: string): Result<Span, LineProblem> =>
  startsOn === null ? invalid('start-missing') : ok({ months: null, startsOn, endsOn });

function spanOf(
  { term, policy, contract, change }: TermContext,
  termMonths: number,
): Result<Span, LineProblem> {
  const renewed = change?.action === 'renew' ? dayText(dayNumber(change.contractLine.endsOn) + 1) : null;
  const startsOn = term?.startsOn ?? renewed;
  if (!term) return wholeTerm(startsOn, termMonths);
  const { end } = term;
  switch (end.kind) {
    case 'months':
      return wholeTerm(startsOn, end.months);
    case 'day':
      return fromTo(startsOn, end.endsOn);
    case 'contract':
      if (!contract) return invalid('no-contract');
      return change ? fromTo(startsOn, contract.endsOn) : joined(startsOn, contract, policy, termMonths);
    default:
      return assertNever(end);
  }
}

/** PR-13: a new line that joins a contract. Of `average` the common end is found when all lines have a price. */
function joined(
  startsOn: string | null,
  contract: Contract,
  { coTerm }: PricingPolicy,
  termMonths: number,
): Result<Span, LineProblem> {
  switch (coTerm) {
    case 'none':
      return wholeTerm(startsOn, termMonths);
    case 'to-date':
      return fromTo(startsOn, contract.endsOn);
    case 'average':
      return startsOn === null ? invalid('start-missing') : wholeTerm(startsOn, termMonths);
    case 'earliest-plus-term': {
      if (startsOn === null) return invalid('start-missing');
      const end = earliestPlusTerm(endsFrom(contract, startsOn), termMonths);
      return end === undefined ? invalid('end-before-start') : fromTo(startsOn, end);
    }
    default:
      return assertNever(coTerm);
  }
}

/** Ends of what still runs on a day. */
const endsFrom = (contract: Contract, day: string): string[] =>
  contract.lines.flatMap(({ endsOn }) => (endsOn >= day ? endsOn : []));

/**
 * PR-50: from the day on which less is used to the contract line's end; at the earliest from the line's first day and from the pricing
 * date: what was used already is not given back.
 */
function creditSpan(
  term: LineTerm | null,
  { contractLine }: ContractChange,
  pricingDate: string,
): Result<Span, LineProblem> {
  const startsOn = term?.startsOn ?? null;
  if (startsOn === null) return invalid('start-missing');
  // Days as ISO text compare as text.
  const first = [startsOn, contractLine.startsOn, pricingDate].reduce((a, b) => (a < b ? b : a));
  return first > contractLine.endsOn ? invalidChange('after-end') : fromTo(first, contractLine.endsOn);
}

/** The months between two days where no days are left over. */
function wholeLength({ startsOn, endsOn }: NonNullable<ChargedTerm['dated']>): number | null {
  const [start, end] = [dayNumber(startsOn), dayNumber(endsOn) + 1];
  const months = wholeMonths(start, end);
  return lastDayOfMonths(startsOn, months) === endsOn ? months : null;
}

/** PR-143: the runs of a ramp with the quantities that they come to; whole months, or twelfths of a year. */
function rampOf(
  { term, scale }: TermContext,
  period: 'month' | 'year',
): Result<readonly RampRun[], LineProblem> {
  const runs: RampRun[] = [];
  for (const { months, quantity: text } of term?.ramp ?? []) {
    const typed = parseDecimal(text);
    if (!typed || typed.n < 0n) return err({ type: 'invalid-number', field: 'quantity', text });
    const quantity = multiply(typed, scale);
    runs.push({
      quantity,
      quantityText: formatExact(quantity),
      months,
      periods: periodsInMonths(months, period),
    });
  }
  return ok(runs);
}

/** PR-143: what volume looks at in a ramp. */
export const largestRun = (ramp: readonly RampRun[]): RampRun | undefined =>
  ramp.reduce<RampRun | undefined>(
    (largest, run) => (compare(run.quantity, largest?.quantity ?? zero) > 0 || !largest ? run : largest),
    undefined,
  );
