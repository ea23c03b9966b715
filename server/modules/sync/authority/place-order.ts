import { sql } from 'kysely';
import { dayInZone } from '#shared/lib/clock';
import { err, ok, type Result } from '#shared/lib/result';
import type { Order } from '#shared/domain/order/order';
import { orderFromQuote, type OrderFromQuoteError } from '#shared/domain/order/order-from-quote';
import { assertNever } from '#shared/lib/assert-never';
import { priceQuote } from '#shared/domain/quote/price-quote';
import type { Quote } from '#shared/domain/quote/quote';
import type { PricedQuote } from '#shared/domain/pricing/priced';
import { refuse, type Rejection } from '#shared/mutations/rejection';
import { partnerTerms } from './partner-terms';
import type { Authority, AuthorityContext } from './authority';
import { firstDifference, type BoundFigures } from './first-difference';

/**
 * ORD-1, PR-33: prices the quote again from the same book version with the same code. Any difference to what the customer saw is refused, never
 * corrected. What passes is received: it gets the vendor's number and the server's time.
 */
export const placeOrderAuthority: Authority = async (writes, context) => {
  const order = writes.find((write) => write.type === 'order')?.record;
  const quote = writes.find((write) => write.type === 'quote')?.record;
  if (!order || !quote) throw new Error('placeOrder writes an order and its quote');

  const priced = await priceAgain(quote, context);
  if (!priced.ok) return priced;
  const figures = orderFromQuote(quote, priced.value.priced);
  if (!figures.ok) return err(unorderable(figures.error));
  const refusal = whyNot(order, figures.value, quote, priced.value);
  if (refusal) return err(refusal);

  const received: Order = {
    ...order,
    // The same to the cent; the words of each line are the quote's, not the sender's.
    ...figures.value,
    state: 'received',
    receivedAt: context.now.toISOString(),
    vendorOrderNumber: await nextOrderNumber(context),
  };
  return ok(
    writes.map((write) =>
      write.type === 'order' ? { type: 'order', id: write.id, record: received } : write,
    ),
  );
};

interface PricedAgain {
  readonly priced: PricedQuote;
  /** The server's day in the partner's zone. */
  readonly today: string;
}

async function priceAgain(quote: Quote, context: AuthorityContext): Promise<Result<PricedAgain, Rejection>> {
  const { queries, records, books, partnerId, role } = context;
  const { bookId, version } = quote.priceBook;
  const source = await books.find(queries, { partnerId, role }, quote.priceBook);
  await records.load([
    { type: 'partner', id: partnerId },
    { type: 'account', id: quote.accountId ?? '-' },
  ]);
  const partner = records.get('partner', partnerId);
  if (!source || !partner) return refuse({ type: 'price-book-unavailable', bookId, version });
  const account = quote.accountId === null ? undefined : records.get('account', quote.accountId);
  if (!account) return refuse({ type: 'account-missing' });
  const terms = await partnerTerms(queries, partnerId);
  const priced = priceQuote({ quote, ...source, partner, terms, account, role });
  return ok({ priced, today: dayInZone(context.now, partner.timeZone) });
}

/** Expiry is judged by the server's day in the partner's zone: a device's clock decides nothing (SY-11). */
function whyNot(
  order: Order,
  figures: BoundFigures,
  quote: Quote,
  { priced, today }: PricedAgain,
): Rejection | undefined {
  // SY-103: terms that begin later are not for today, whatever day a device took it for.
  if (quote.pricingDate > today) {
    return { type: 'quote-not-priceable', skus: order.lines.slice(0, 50).map(({ sku }) => sku) };
  }
  if (today >= priced.validity.until) {
    return { type: 'quote-expired', until: priced.validity.until, because: priced.validity.because };
  }
  const difference = firstDifference(order, figures);
  return difference && { type: 'price-mismatch', ...difference, currency: quote.currency };
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

async function nextOrderNumber({ queries }: AuthorityContext): Promise<string> {
  const { rows } = await sql<{ number: number }>`select nextval('vendor_order_number') as number`.execute(
    queries,
  );
  const number = rows[0]?.number;
  if (number === undefined) throw new Error('The order number sequence gave nothing');
  return `VO-${number}`;
}
