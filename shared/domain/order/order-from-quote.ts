import { err, ok, type Result } from '../../lib/result';
import { parseDecimal } from '../money/parse-decimal';
import { decimalSchema } from '../money/amount';
import { formatScaled } from '../money/format-decimal';
import { minorUnits } from '../money/minor-units';
import type { PricedQuote } from '../pricing/priced';
import { linesOf, type Quote } from '../quote/quote';
import type { Order } from './order';
import { termsOfLine } from './terms-of-line';

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
 * PR-33, PR-113: the lines and figures an order binds, the same on device and server to the cent. Lines outside the totals and lines of
 * quantity 0 are not ordered. Quantities are what the bundles have in all, credits are below zero. A usage line is ordered with nothing
 * committed, so that the totals stay the sums of the lines (PR-3).
 */
export function orderFromQuote(
  quote: Quote,
  priced: PricedQuote,
): Result<Pick<Order, 'lines' | 'totals'>, OrderFromQuoteError> {
  const nothing = formatScaled(0n, minorUnits(priced.currency));
  const lines: Order['lines'] = [];
  const unpriced: { readonly id: string; readonly sku: string }[] = [];
  // By place, not by id: priced lines follow the quote's, and a figure for another line must not slip in.
  linesOf(quote).forEach((quoted, index) => {
    const { id, sku, description, quantity: typed, term, optional } = quoted;
    const placed = priced.lines[index];
    const line = placed?.lineId === id ? placed : undefined;
    if (line?.optional ?? optional) return;
    if (line?.status !== 'priced') {
      const forInformation = isZero(typed) && !term?.ramp.length;
      if (!forInformation) unpriced.push({ id, sku });
      return;
    }
    const { charge, quantity, sellLine, buyLine } = line.amounts;
    if (isZero(quantity)) return;
    const committed = charge.kind !== 'usage';
    lines.push({
      lineId: id,
      sku,
      description,
      quantity,
      sellNet: committed ? sellLine : nothing,
      buyNet: committed ? buyLine : nothing,
      terms: termsOfLine(quote, quoted, line.amounts),
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
  // Not the totals alone: beside a credit a line may be larger than they are.
  const figures = [
    sell,
    gross,
    buy,
    ...lines.flatMap(({ sellNet, buyNet, terms }) => [
      sellNet,
      buyNet,
      ...(terms?.kind === 'recurring' ? [terms.listUnit, terms.buyUnit, terms.sellUnit] : []),
    ]),
  ];
  if (figures.some((figure) => !decimalSchema.safeParse(figure).success))
    return err({ type: 'amount-too-large' });
  return ok({ lines, totals });
}

const isZero = (quantity: string): boolean => parseDecimal(quantity)?.n === 0n;
