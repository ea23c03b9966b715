import { assertNever } from '../../lib/assert-never';
import { allocate } from '../money/allocate';
import { add, multiply, zero, type Exact } from '../money/exact';
import { formatScaled } from '../money/format-decimal';
import { dayNumber, dayText, monthStep } from './calendar';
import type { BillingPlan, ChargedTerm } from './periods';
import type { Payment } from './priced';
import { monthsBetween } from './proration';

/** PR-10, PR-145: what is paid when. `net` is the line's sell amount in whole minor units, and the payments sum to it (PR-4). */
export function paymentsOf(term: ChargedTerm, net: bigint, digits: number): Payment[] {
  const length = lengthOf(term);
  const step = stepOf(term.billing);
  const count = step === null ? 1 : Number((length.n + length.d * step - 1n) / (length.d * step));
  const starts = Array.from({ length: count }, (_, index) => (step === null ? 0 : index * Number(step)));
  const parts = allocateSigned(net, weightsOf(term, length, starts));
  const { dated } = term;
  return starts.map((month, index) => ({
    month,
    dueOn: dated && dayText(monthStep(dayNumber(dated.startsOn), month)),
    amount: formatScaled(parts[index] ?? 0n, digits),
  }));
}

/** Months from one payment to the next; null: there is only one. */
function stepOf(billing: BillingPlan): bigint | null {
  switch (billing) {
    case 'upfront':
      return null;
    case 'monthly':
      return 1n;
    case 'quarterly':
      return 3n;
    case 'yearly':
      return 12n;
    default:
      return assertNever(billing);
  }
}

/** In months, days of the last one as its fraction. */
function lengthOf({ months, dated }: ChargedTerm): Exact {
  if (months !== null) return { n: BigInt(months), d: 1n };
  return dated ? monthsBetween(dated.startsOn, dated.endsOn) : zero;
}

/** Each payment weighs the months it is for, and where a ramp runs, the units of each. As whole numbers. */
function weightsOf({ ramp }: ChargedTerm, length: Exact, starts: readonly number[]): bigint[] {
  const weights = starts.map((from, index) => {
    const next = starts[index + 1];
    const until: Exact = next === undefined ? length : { n: BigInt(next), d: 1n };
    if (ramp.length > 0) return unitMonths(ramp, from, next ?? Infinity);
    return { n: until.n - BigInt(from) * until.d, d: until.d };
  });
  const scale = weights.reduce((product, { d }) => (product % d === 0n ? product : product * d), 1n);
  return weights.map(({ n, d }) => n * (scale / d));
}

/** Units x months of a ramp that fall between two months. */
function unitMonths(ramp: ChargedTerm['ramp'], from: number, until: number): Exact {
  let begun = 0;
  return ramp
    .map(({ months, quantity }) => {
      const [first, last] = [Math.max(begun, from), Math.min(begun + months, until)];
      begun += months;
      return multiply(quantity, { n: BigInt(Math.max(0, last - first)), d: 1n });
    })
    .reduce(add, zero);
}

/** PR-50: a credit is paid back by the same plan. */
const allocateSigned = (total: bigint, weights: readonly bigint[]): bigint[] =>
  total < 0n ? allocate(-total, weights).map((part) => -part) : allocate(total, weights);
