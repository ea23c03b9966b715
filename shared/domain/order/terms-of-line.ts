import { divide, multiply } from '../money/exact';
import { formatExact, formatScaled } from '../money/format-decimal';
import { minorUnits } from '../money/minor-units';
import { decimal } from '../money/parse-decimal';
import type { PricedAmounts } from '../pricing/priced';
import type { Quote, QuoteLine } from '../quote/quote';
import type { OrderedTerms, RecurringTerms } from './ordered-terms';

/** ORD-2: what a line of the quote begins or changes when its order is fulfilled, by the price it was ordered at. */
export function termsOfLine(
  { contractId, currency }: Pick<Quote, 'contractId' | 'currency'>,
  line: QuoteLine,
  amounts: PricedAmounts,
): OrderedTerms {
  const { charge, period: dated } = amounts;
  if (charge.kind !== 'recurring') return { kind: charge.kind };
  // The head of a bundle with a fixed price costs nothing itself: its parts have it all (PR-14).
  const emptied = amounts.bundle !== null && isZero(amounts.sellLine) && isZero(amounts.listLine);
  const nothing = formatScaled(0n, minorUnits(currency));
  const { term } = line;
  return {
    kind: 'recurring',
    period: charge.period,
    startsOn: dated?.startsOn ?? null,
    endsOn: dated?.endsOn ?? null,
    months: dated ? null : term?.end.kind === 'months' ? term.end.months : charge.termMonths,
    ramp: scaledRamp(line, amounts.quantity),
    listUnit: emptied ? nothing : amounts.listUnit,
    buyUnit: emptied ? nothing : amounts.buyUnit,
    sellUnit: emptied ? nothing : amounts.sellUnit,
    change: contractId ? changeOf(contractId, line) : null,
  };
}

function changeOf(contractId: string, { contractChange, term }: QuoteLine): RecurringTerms['change'] {
  if (contractChange) {
    const { contractLineId, action } = contractChange;
    return { contractId, contractLineId, action };
  }
  return term?.end.kind === 'contract' ? { contractId, contractLineId: null, action: 'join' } : null;
}

/** PR-14, PR-143: the runs in units of the order; a part of a bundle has more than was typed on it. */
function scaledRamp({ term }: QuoteLine, quantity: string): RecurringTerms['ramp'] {
  const runs = term?.ramp ?? [];
  const largest = runs
    .map((run) => decimal(run.quantity))
    .reduce((a, b) => (b.n * a.d > a.n * b.d ? b : a), {
      n: 0n,
      d: 1n,
    });
  if (largest.n === 0n) return [];
  const scale = divide(decimal(quantity), largest);
  return runs.map((run) => ({
    months: run.months,
    quantity: formatExact(multiply(decimal(run.quantity), scale)),
  }));
}

const isZero = (amount: string): boolean => decimal(amount).n === 0n;
