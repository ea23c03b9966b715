import { isFulfilledState } from '#shared/domain/order/order-reports';
import type { Contract } from '#shared/domain/pricing/contract';
import { fulfilOrder, type NewContract } from '#shared/domain/order/fulfil-order';
import type { Order } from '#shared/domain/order/order';
import { orderFromQuote } from '#shared/domain/order/order-from-quote';
import type { CoTerm } from '#shared/domain/pricing/policy';
import { dayInZone } from '#shared/lib/clock';
import { newId } from '#shared/lib/ids';
import { err, ok, type Result } from '#shared/lib/result';
import { recordEvent } from '../audit/record-event';
import { nextNumber } from '../sync/authority/next-number';
import { priceAgain } from '../sync/authority/price-again';
import type { PartnerDesk } from '../vendor-desk/partner-desk';

/** Why an order that is on its way has not become contracts yet; it is tried again. */
export type FulfilError =
  /** It is from before orders had terms, and its quote cannot be priced any more, or comes to other figures. */
  'terms-unknown';

/** Whether the order's contracts and assets are still to be made. */
export const isToFulfil = ({ state, fulfilledAt }: Order): boolean => isFulfilledState(state) && !fulfilledAt;

/**
 * ORD-2: writes the contracts and assets of an order, once; under the partner's lock. It counts as fulfilled from the first word that it was
 * shipped, or that money is asked for it: vendors do not all report deliveries, and what is invoiced was given. Returns the order as written.
 */
export async function fulfil(desk: PartnerDesk, order: Order): Promise<Result<Order, FulfilError>> {
  if (!isToFulfil(order)) return ok(order);
  const { records, now, partnerId } = desk;
  const withTerms = await ensureTerms(desk, order);
  if (!withTerms) return err('terms-unknown');
  await records.load([{ type: 'partner', id: partnerId }]);
  const timeZone = records.get('partner', partnerId)?.timeZone ?? 'UTC';
  const contracts = await records.all('contract');
  const { begun, changed, assets } = fulfilOrder({
    order: withTerms,
    contracts,
    day: dayInZone(deliveredAt(order, now), timeZone),
    coTerm: await coTermOf(desk, withTerms),
    newId,
  });
  const numbered: (NewContract & Contract)[] = [];
  for (const contract of begun) {
    const number = `C-${await nextNumber(desk.queries, 'contract_number')}`;
    numbered.push({ ...contract, number });
  }
  const fulfilled: Order = { ...withTerms, fulfilledAt: now.toISOString() };
  records.write([
    { type: 'order', id: order.id, record: fulfilled },
    ...numbered.map(({ follows: _follows, ...record }) => ({
      type: 'contract' as const,
      id: record.id,
      record,
    })),
    ...changed.map((record) => ({ type: 'contract' as const, id: record.id, record })),
    ...assets.map((record) => ({ type: 'asset' as const, id: record.id, record })),
  ]);
  for (const { id, number, follows, accountId, startsOn, endsOn } of numbered) {
    await recordEvent(desk.queries, {
      type: follows === null ? 'contract.started' : 'contract.renewed',
      partnerId,
      subject: { type: 'contract', id },
      by: null,
      at: now,
      data: { number, accountId, orderId: order.id, follows, startsOn, endsOn },
    });
  }
  return ok(fulfilled);
}

/** By the vendor's own word, the earliest there is. */
function deliveredAt({ reports }: Order, now: Date): Date {
  const told = reports?.find(({ kind }) => kind === 'shipped' || kind === 'delivered');
  const at = told ? new Date(told.at) : now;
  return at < now ? at : now;
}

/** PR-33: an order from before protocol version 3 gets its terms from its quote, priced again at its version; undefined where that is not the same. */
async function ensureTerms(desk: PartnerDesk, order: Order): Promise<Order | undefined> {
  if (order.lines.every(({ terms }) => terms)) return order;
  await desk.records.load([{ type: 'quote', id: order.quoteId }]);
  const quote = desk.records.get('quote', order.quoteId);
  const again = quote && (await priceAgain(quote, desk));
  const figures = quote && again?.ok ? orderFromQuote(quote, again.value.priced) : undefined;
  if (!figures?.ok) return undefined;
  const byId = new Map(figures.value.lines.map((line) => [line.lineId, line]));
  const lines = order.lines.map((line) => {
    const found = byId.get(line.lineId);
    const isSame = found?.sellNet === line.sellNet && found.buyNet === line.buyNet;
    return found && isSame ? { ...line, terms: found.terms } : line;
  });
  return lines.every(({ terms }) => terms) ? { ...order, lines } : undefined;
}

/** PR-13: what joining meant in the book that the order was priced from; of one that is gone, nothing is moved. */
async function coTermOf({ books, queries, partnerId }: PartnerDesk, order: Order): Promise<CoTerm> {
  const joins = order.lines.some(
    ({ terms }) => terms?.kind === 'recurring' && terms.change?.action === 'join',
  );
  if (!joins) return 'to-date';
  const source = await books.find(queries, { partnerId, role: 'rep' }, order.priceBook);
  return source?.book.header.policy.coTerm ?? 'to-date';
}
