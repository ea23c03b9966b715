import type { PricedLine, PricedTotals } from '#shared/domain/pricing/priced';

export interface AmountWidths {
  readonly list: number;
  readonly net: number;
  readonly total: number;
  readonly buy: number;
  readonly quantity: number;
}

/** A figure at the grid's text size, a group separator included; and what a cell has on both sides of it. */
const figure = 7.3;
const padding = 14;

/** Wide enough for the longest amount of each column: a clipped figure would be a wrong one. In steps, so that columns rarely move. */
export function amountWidths(
  lines: Iterable<PricedLine>,
  totals: PricedTotals | null,
  quantities: Iterable<string> = [],
): AmountWidths {
  const longest = { list: 8, net: 8, total: 9, buy: 9, quantity: 6 };
  const grow = (column: 'total' | 'buy', amount: string): void => {
    longest[column] = Math.max(longest[column], shownLength(amount));
  };
  for (const line of lines) {
    if (line.status !== 'priced') continue;
    longest.list = Math.max(
      longest.list,
      shownLength(line.amounts.listUnit, 2, unitDecimals(line.amounts.listUnit)),
    );
    longest.net = Math.max(
      longest.net,
      shownLength(line.amounts.sellUnit, 2, unitDecimals(line.amounts.sellUnit)),
    );
    grow('total', line.amounts.sellLine);
    grow('buy', line.amounts.buyLine);
  }
  for (const quantity of quantities) longest.quantity = Math.max(longest.quantity, shownLength(quantity, 0));
  if (totals) {
    grow('total', totals.gross);
    grow('buy', totals.buy);
  }
  const width = (length: number, extra = 0): number => Math.ceil((length * figure + padding + extra) / 4) * 4;
  return {
    list: width(longest.list),
    // Beside the net price there may be a mark of where it starts from.
    net: width(longest.net, 18),
    // Totals are bold.
    total: width(longest.total, 6),
    buy: width(longest.buy),
    quantity: width(longest.quantity),
  };
}

/** How many decimals of a unit price the grid shows: enough that times the quantity it is the line; of less than one, all that there are. */
export const unitDecimals = (price: string): number => (/^-?0\./.test(price) ? 6 : 4);

/** "1234567.5" is shown as "1,234,567.50": at least two decimals, and a separator for every three figures before them. */
function shownLength(amount: string, leastDecimals = 2, mostDecimals = 6): number {
  const [whole = '', fraction = ''] = amount.split('.');
  const decimals = Math.max(leastDecimals, Math.min(mostDecimals, fraction.length));
  return whole.length + Math.floor((whole.length - 1) / 3) + (decimals === 0 ? 0 : decimals + 1);
}

export interface ColumnWidths extends AmountWidths {
  readonly number: number;
  readonly sku: number;
  readonly description: number;
  readonly charge: number;
  readonly discount: number;
  readonly margin: number;
}

const between = (low: number, width: number, high: number): number =>
  Math.round(Math.min(high, Math.max(low, width)));

/** What a narrow grid does without, the first first: it stands beside the grid, in the explanation of the line's price. */
const yielding = ['charge', 'list', 'buy'] as const;
const least = { sku: 104, charge: 120, description: 170 };
/** A discount has room for the mark that it needs approval. The grid itself makes no column narrower than 50. */
const fixed = { number: 50, discount: 74, margin: 70 };

/**
 * Shares the grid's width: figures get what they need, words the rest. A width of 0 is a column that is not shown for want of room;
 * when even that is not enough, the grid scrolls sideways.
 */
export function columnWidths(available: number, amounts: AmountWidths, customerView: boolean): ColumnWidths {
  const widths = { ...fixed, ...amounts, ...least };
  const shown = new Set(Object.keys(widths) as (keyof typeof widths)[]);
  if (customerView) for (const column of ['buy', 'margin'] as const) shown.delete(column);
  const needed = () => [...shown].reduce((sum, column) => sum + widths[column], 0);
  for (const column of yielding) {
    if (available <= 0 || needed() <= available) break;
    shown.delete(column);
    widths[column] = 0;
  }
  const words =
    available - needed() + least.sku + least.description + (shown.has('charge') ? least.charge : 0);
  const sku = between(least.sku, words * 0.3, 176);
  const charge = shown.has('charge') ? between(least.charge, words * 0.2, 136) : 0;
  return {
    ...widths,
    sku,
    charge,
    description: Math.max(least.description, Math.floor(words - sku - charge)),
  };
}
