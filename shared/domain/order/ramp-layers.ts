import { compare, subtract, zero, type Exact } from '../money/exact';
import { decimal } from '../money/parse-decimal';

/** So many units from one month of the term to another: [fromMonth, toMonth). */
export interface Layer {
  readonly quantity: Exact;
  readonly fromMonth: number;
  readonly toMonth: number;
}

/**
 * PR-143: a ramp as layers of units, each with its own first and last month: 10, 25, 20 is 10 all along, 10 more from the second run on, and 5
 * in the second alone. Together they are in every month what the run says.
 */
export function rampLayers(runs: readonly { readonly months: number; readonly quantity: string }[]): Layer[] {
  const closed: Layer[] = [];
  let open: { readonly quantity: Exact; readonly fromMonth: number }[] = [];
  let running = zero;
  let month = 0;
  for (const { months, quantity } of [...runs, { months: 0, quantity: '0' }]) {
    const wanted = decimal(quantity);
    while (compare(running, wanted) > 0) {
      const last = open.at(-1);
      if (!last) break;
      open = open.slice(0, -1);
      const tooMany = subtract(running, wanted);
      const ending = compare(last.quantity, tooMany) <= 0 ? last.quantity : tooMany;
      closed.push({ quantity: ending, fromMonth: last.fromMonth, toMonth: month });
      const staying = subtract(last.quantity, ending);
      if (staying.n > 0n) open = [...open, { ...last, quantity: staying }];
      running = subtract(running, ending);
    }
    if (compare(wanted, running) > 0) {
      open = [...open, { quantity: subtract(wanted, running), fromMonth: month }];
      running = wanted;
    }
    month += months;
  }
  return closed.toSorted((a, b) => a.fromMonth - b.fromMonth || b.toMonth - a.toMonth);
}
