import { claimsOf, overdrawn, type PlacedClaims } from '#shared/domain/order/contract-claims';
import type { Order } from '#shared/domain/order/order';
import type { Contract } from '#shared/domain/pricing/contract';
import type { Quote } from '#shared/domain/quote/quote';
import type { RecordView } from '../sync/record-view';

type Records = Pick<RecordView, 'get' | 'load' | 'all'>;

/** PR-50, PR-51: what the customer's orders that stand take of its contracts, without the one of that id. */
export async function placedClaims(
  records: Records,
  { accountId }: Pick<Contract, 'accountId'>,
  exceptOrderId: string | null,
): Promise<PlacedClaims[]> {
  const orders = (await records.all('order')).filter(
    (order) => order.accountId === accountId && order.id !== exceptOrderId && order.state !== 'rejected',
  );
  // Orders from before protocol version 3 say no terms; their quotes do.
  const older = orders.filter(({ lines }) => lines.some(({ terms }) => !terms));
  await records.load(older.map(({ quoteId }) => ({ type: 'quote' as const, id: quoteId })));
  return orders.map((order) => ({
    claims: claimsOf(order, records.get('quote', order.quoteId)),
    fulfilled: Boolean(order.fulfilledAt),
  }));
}

/** PR-50, PR-51: SKUs of which the order takes away or renews more than the contract of its quote has left beside all other orders. */
export async function overdrawnSkus(
  records: Records,
  quote: Pick<Quote, 'contractId'>,
  order: Pick<Order, 'id' | 'lines' | 'accountId'>,
): Promise<string[]> {
  const claims = claimsOf(order, undefined);
  if (!quote.contractId || claims.length === 0) return [];
  await records.load([{ type: 'contract', id: quote.contractId }]);
  const contract = records.get('contract', quote.contractId);
  if (!contract) return [];
  return overdrawn(contract, claims, await placedClaims(records, order, order.id));
}
