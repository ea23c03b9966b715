import { orderStates, type Order, type OrderReport } from '#shared/domain/order/order';
import { orderFromQuote } from '#shared/domain/order/order-from-quote';
import type { Random } from '../random';
import { idOf } from './build-accounts';
import type { PlannedQuote } from './build-quotes';
import type { DealContext } from './deal-context';
import { daysAgo, instantOn } from './moments';

/** The vendor's numbers of demo orders stay below 100001, where the server begins its own. */
const firstOrderNumber = 90_000;

/** The orders of the quotes that were ordered, in the figures that the engine gives. */
export function buildOrders(
  context: DealContext,
  quotes: readonly PlannedQuote[],
  numbersFrom: number,
): Order[] {
  return quotes
    .filter(({ plan }) => plan.order !== undefined)
    .map((planned, at) => buildOrder(context, planned, at, firstOrderNumber + numbersFrom + at));
}

function buildOrder(
  { partner, source, texts, random, today, channelManager }: DealContext,
  { plan, quote, account, priced }: PlannedQuote,
  at: number,
  orderNumber: number,
): Order {
  const figures = orderFromQuote(quote, priced);
  if (!figures.ok) throw new Error(`${quote.number} cannot be ordered: ${figures.error.type}`);
  const state = plan.order ?? 'received';
  const placedOn = daysAgo(today, plan.age - 1);
  const minutes = random.integer(0, 200);
  return {
    ...figures.value,
    id: idOf(partner.id, 'order', at),
    partnerId: partner.id,
    ownerId: quote.ownerId,
    businessId: uuidFrom(random),
    quoteId: quote.id,
    quoteNumber: quote.number,
    quoteRevision: quote.revision,
    accountId: account.id,
    currency: quote.currency,
    priceBook: quote.priceBook,
    purchaseOrderNumber: `PO-${placedOn.slice(0, 4)}-${random.integer(1000, 9999)}`,
    note: random.chance(40) ? random.pick(texts.orderNotes)[source.language] : '',
    state,
    vendorOrderNumber: `VO-${orderNumber}`,
    decision:
      state === 'received'
        ? null
        : {
            by: channelManager.name,
            at: instantOn(daysAgo(today, plan.age - 2), minutes + 20),
            reason: state === 'rejected' ? random.pick(texts.rejectionReasons)[source.language] : '',
          },
    placedAt: instantOn(placedOn, minutes),
    receivedAt: instantOn(placedOn, minutes + 4),
    ...reportsOf(state, orderNumber, (days) => instantOn(daysAgo(today, plan.age - days), minutes + 30), {
      buyNet: figures.value.totals.buyNet,
    }),
  };
}

/** ORD-1: what the vendor's systems told of an order on its way; `after` gives the instant so many days after it was begun. */
function reportsOf(
  state: Order['state'],
  orderNumber: number,
  after: (days: number) => string,
  { buyNet }: { readonly buyNet: string },
): Pick<Order, 'reports' | 'fulfilledAt'> {
  const step = (
    kind: OrderReport['kind'],
    days: number,
    reference: string,
    amount: string | null = null,
  ): OrderReport => ({
    id: `report-${orderNumber}-${kind}`,
    kind,
    at: after(days),
    reference: `${reference}-${orderNumber}`,
    note: '',
    amount,
  });
  const reached = orderStates.indexOf(state);
  const hasReached = (wanted: Order['state']): boolean =>
    state !== 'rejected' && reached >= orderStates.indexOf(wanted);
  const reports = [
    ...(hasReached('shipped') ? [step('shipped', 5, 'DN')] : []),
    ...(hasReached('invoiced') ? [step('delivered', 8, 'DN'), step('invoiced', 10, 'INV', buyNet)] : []),
    ...(hasReached('paid') ? [step('paid', 31, 'PAY', buyNet)] : []),
  ];
  return reports.length === 0 ? {} : { reports, fulfilledAt: after(5) };
}

/** A UUID of version 7's form (RFC 9562), the same in every run. */
function uuidFrom(random: Random): string {
  const hex = (count: number): string =>
    Array.from({ length: count }, () => random.integer(0, 15).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(12)}`;
}
