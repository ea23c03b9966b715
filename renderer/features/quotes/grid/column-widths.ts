import type { PricedLine, PricedTotals } from '#shared/domain/pricing/priced';

export interface AmountWidths {
  readonly list: number;
  readonly net: number;
  readonly total: number;
  readonly buy: number;
}

/** A figure at the grid's text size, a group separator included; and what a cell has on both sides of it. */
const figure = 7.3;
const padding = 18;

/** Wide enough for the longest amount of each column: a clipped figure would be a wrong one. In steps, so that columns rarely move. */
export function amountWidths(lines: Iterable<PricedLine>, totals: PricedTotals | null): AmountWidths {
  const longest = { list: 8, net: 8, total: 9, buy: 9 };
  const grow = (column: keyof AmountWidths, amount: string): void => {
    longest[column] = Math.max(longest[column], shownLength(amount));
  };
  for (const line of lines) {
    if (line.status !== 'priced') continue;
    grow('list', line.amounts.listUnit);
    grow('net', line.amounts.sellUnit);
    grow('total', line.amounts.sellLine);
    grow('buy', line.amounts.buyLine);
  }
  if (totals) {
    grow('total', totals.gross);
    grow('buy', totals.buy);
  }
  const width = (length: number, extra = 0): number => Math.ceil((length * figure + padding + extra) / 4) * 4;
  return {
    list: width(longest.list),
    // Beside the net price there may be a mark of where it starts from.
    net: width(longest.net, 14),
    // Totals are bold.
    total: width(longest.total, 6),
    buy: width(longest.buy),
  };
}

/** "1234567.5" is shown as "1,234,567.50": two decimals, and a separator for every three figures before them. */
function shownLength(amount: string): number {
  const whole = amount.split('.')[0]?.length ?? 0;
  return whole + Math.floor((whole - 1) / 3) + 3;
}

export interface ColumnWidths extends AmountWidths {
  readonly number: number;
  readonly sku: number;
  readonly description: number;
  readonly quantity: number;
  readonly charge: number;
  readonly discount: number;
  readonly margin: number;
}

const between = (low: number, width: number, high: number): number =>
  Math.round(Math.min(high, Math.max(low, width)));

/** Shares the grid's width: figures get what they need, words the rest; below a readable least the grid scrolls sideways. */
export function columnWidths(available: number, amounts: AmountWidths, customerView: boolean): ColumnWidths {
  const fixed = { number: 48, quantity: 60, discount: 58, margin: 62 };
  const figures = amounts.list + amounts.net + amounts.total + fixed.number + fixed.quantity + fixed.discount;
  const words = available - figures - (customerView ? 0 : amounts.buy + fixed.margin);
  const sku = between(112, words * 0.28, 176);
  const charge = between(98, words * 0.2, 132);
  return { ...fixed, ...amounts, sku, charge, description: Math.max(190, Math.floor(words - sku - charge)) };
}
