import { err, ok, type Result } from '../../lib/result';
import type { Product } from '../catalog/product';
import { compare, type Exact } from '../money/exact';
import { parseDecimal } from '../money/parse-decimal';
import { isInForce } from '../pricing/effective';
import type { PriceEntry } from '../pricing/price-book';
import type { LineProblem } from '../pricing/priced';
import type { PriceQuoteInput } from './price-quote-input';
import type { QuoteLine } from './quote';

/** A line with all that its price is made of. */
export interface ResolvedLine {
  readonly line: QuoteLine;
  readonly entry: PriceEntry;
  readonly product: Product;
  readonly list: Exact;
  readonly quantity: Exact;
  readonly discount: Exact;
}

const hundred: Exact = { n: 100n, d: 1n };

/** A figure from 0, and up to `most` if that is given. */
function figure(text: string, most?: Exact): Exact | undefined {
  const value = parseDecimal(text);
  return value && value.n >= 0n && (!most || compare(value, most) <= 0) ? value : undefined;
}

/** Looks up what a line names, or says why it cannot be priced: no entry, not in force (PR-30), no figure. */
export function resolveLine(
  line: QuoteLine,
  { quote, book, product: findProduct }: PriceQuoteInput,
): Result<ResolvedLine, LineProblem> {
  const { header } = book;
  const entry = book.entry(line.sku);
  if (!entry) return err({ type: 'sku-not-in-book', sku: line.sku });
  for (const { validFrom, validUntil } of [header, entry]) {
    if (isInForce(quote.pricingDate, validFrom, validUntil)) continue;
    return validFrom !== null && quote.pricingDate < validFrom
      ? err({ type: 'price-not-yet-valid', from: validFrom })
      : err({ type: 'price-ended', until: validUntil ?? quote.pricingDate });
  }
  const product = findProduct(line.sku);
  if (!product) return err({ type: 'sku-not-in-catalog', sku: line.sku });

  const invalid = (field: Extract<LineProblem, { type: 'invalid-number' }>['field'], text: string) =>
    err({ type: 'invalid-number', field, text } as const);
  const list = figure(entry.list);
  if (!list) return invalid('list', entry.list);
  if (header.policy.distribution?.distributor.from === 'cost' && !figure(entry.cost ?? '')) {
    return invalid('cost', entry.cost ?? '');
  }
  const quantity = figure(line.quantity);
  if (!quantity) return invalid('quantity', line.quantity);
  const discount = figure(line.discountPercent, hundred);
  if (!discount) return invalid('discount', line.discountPercent);
  if (!figure(quote.discountPercent, hundred)) return invalid('quote-discount', quote.discountPercent);
  const sell =
    line.sell.kind === 'list' ? '0' : line.sell.kind === 'fixed' ? line.sell.unitPrice : line.sell.percent;
  if (!figure(sell)) return invalid('sell', sell);

  return ok({ line, entry, product, list, quantity, discount });
}
