import { err, ok } from '#shared/lib/result';
import type { Order } from '#shared/domain/order/order';
import { orderFromQuote, type OrderFromQuoteError } from '#shared/domain/order/order-from-quote';
import { assertNever } from '#shared/lib/assert-never';
import type { Quote } from '#shared/domain/quote/quote';
import type { Rejection } from '#shared/mutations/rejection';
import { overdrawnSkus } from '../../contracts/placed-claims';
import type { Authority, AuthorityContext } from './authority';
import { firstDifference, type BoundFigures } from './first-difference';
import { lineDifferences } from './line-differences';
import { nextNumber } from './next-number';
import { priceAgain, type PricedAgain } from './price-again';
import { whyNotReleased } from './release';
import { withRecords, writtenOf } from './writes';

/**
 * ORD-1, PR-24, PR-33, PR-60: prices the quote again from the same book version with the same code. Any difference to what the customer saw is refused, never
 * corrected. What passes is received: it gets the vendor's number and the server's time.
 */
export const placeOrderAuthority: Authority = async (writes, context) => {
  const order = writtenOf(writes, 'order');
  const quote = writtenOf(writes, 'quote');
  const priced = await priceAgain(quote, context);
  if (!priced.ok) return priced;
  const figures = orderFromQuote(quote, priced.value.priced);
  if (!figures.ok) return err(unorderable(figures.error));
  const refusal = whyNot(order, figures.value, quote, priced.value);
  if (refusal) return err(await withNewestBook(refusal, quote, context));
  // PR-161 is about one quote; what other orders took of the same contract only the server knows.
  const skus = await overdrawnSkus(context.records, quote, { ...order, ...figures.value });
  if (skus.length > 0) return err({ type: 'contract-overdrawn', skus: skus.slice(0, 50) });

  const received: Order = {
    ...order,
    // The same to the cent; the words of each line are the quote's, not the sender's.
    ...figures.value,
    state: 'received',
    receivedAt: context.now.toISOString(),
    vendorOrderNumber: `VO-${await nextNumber(context.queries, 'vendor_order_number')}`,
  };
  return ok(withRecords(writes, { type: 'order', id: received.id, record: received }));
};

/** Expiry is judged by the server's day in the partner's zone: a device's clock decides nothing (SY-11). */
function whyNot(
  order: Order,
  figures: BoundFigures,
  quote: Quote,
  again: PricedAgain,
): Rejection | undefined {
  const { priced, today } = again;
  // SY-103: terms that begin later are not for today, whatever day a device took it for.
  if (quote.pricingDate > today) {
    return { type: 'quote-not-priceable', skus: order.lines.slice(0, 50).map(({ sku }) => sku) };
  }
  if (today >= priced.validity.until) {
    return { type: 'quote-expired', until: priced.validity.until, because: priced.validity.because };
  }
  const difference = firstDifference(order, figures);
  if (!difference) return whyNotReleased(quote, again);
  const differences = lineDifferences(order, figures, priced);
  return { type: 'price-mismatch', ...difference, currency: quote.currency, differences };
}

/** What an order of today would be priced from: a quote that expired with its book is asked about again with it. */
async function withNewestBook(
  refusal: Rejection,
  { priceBook: { bookId } }: Quote,
  { queries, books, partnerId }: AuthorityContext,
): Promise<Rejection> {
  if (refusal.type !== 'quote-expired' && refusal.type !== 'price-book-unavailable') return refusal;
  return { ...refusal, newestVersion: await books.newest(queries, { partnerId, role: 'rep' }, bookId) };
}

function unorderable(error: OrderFromQuoteError): Rejection {
  switch (error.type) {
    case 'unpriced-lines':
      return { type: 'quote-not-priceable', skus: error.skus.slice(0, 50) };
    case 'amount-too-large':
      return { type: 'quote-not-priceable', skus: [] };
    case 'nothing-to-order':
      return { type: 'quote-empty' };
    default:
      return assertNever(error);
  }
}
