import { err, ok, type Result } from '../../lib/result';
import { parseDecimal } from '../money/parse-decimal';
import { decimalSchema } from '../money/amount';
import { formatScaled } from '../money/format-decimal';
import { minorUnits } from '../money/minor-units';
import type { PricedQuote } from '../pricing/priced';
import { linesOf, type Quote } from '../quote/quote';
import type { Order } from './order';

export type OrderFromQuoteError =
  /** Lines the customer would order have no price; `lineIds` and `skus` go together. */
  | {
      readonly type: 'unpriced-lines';
      readonly lineIds: readonly string[];
      readonly skus: readonly string[];
    }
  /** The quote has no line with a quantity that is not optional. */
  | { readonly type: 'nothing-to-order' }
  /** A figure has more digits than an order can carry. */
  | { readonly type: 'amount-too-large' };

/**
 * PR-33, PR-113: the lines and figures an order binds, the same on device and server to the cent. Optional lines and lines of quantity
 * 0 are not ordered. A usage line is ordered with nothing committed, so that the totals stay the sums of the lines (PR-3).
 */
export function orderFromQuote(
  quote: Quote,
  priced: PricedQuote,
): Result<Pick<Order, 'lines' | 'totals'>, OrderFromQuoteError> {
  const nothing = formatScaled(0n, minorUnits(priced.currency));
  const lines: Order['lines'] = [];
  const unpriced: { readonly id: string; readonly sku: string }[] = [];
  // By place, not by id: priced lines follow the quote's, and a figure for another line must not slip in.
  linesOf(quote).forEach(({ id, sku, description, quantity, optional }, index) => {
    if (optional || isZero(quantity)) return;
    const line = priced.lines[index];
    if (line?.status !== 'priced' || line.lineId !== id) {
      unpriced.push({ id, sku });
      return;
    }
    const { charge, sellLine, buyLine } = line.amounts;
    const committed = charge.kind !== 'usage';
    lines.push({
      lineId: id,
      sku,
      description,
      quantity,
      sellNet: committed ? sellLine : nothing,
      buyNet: committed ? buyLine : nothing,
    });
  });
  if (unpriced.length > 0) {
    return err({
      type: 'unpriced-lines',
      lineIds: unpriced.map(({ id }) => id),
      skus: unpriced.map(({ sku }) => sku),
    });
  }

  if (lines.length === 0) return err({ type: 'nothing-to-order' });

  const { sell, tax, gross, buy, taxGroups } = priced.totals;
  const totals: Order['totals'] = {
    sellNet: sell,
    tax,
    gross,
    buyNet: buy,
    taxGroups: taxGroups.map(({ category, percent, net, tax }) => ({ category, percent, net, tax })),
  };
  // The lines' amounts are parts of these, and none is negative.
  const largest = [sell, gross, buy];
  if (largest.some((figure) => !decimalSchema.safeParse(figure).success))
    return err({ type: 'amount-too-large' });
  return ok({ lines, totals });
}

const isZero = (quantity: string): boolean => parseDecimal(quantity)?.n === 0n;
