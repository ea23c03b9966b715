import type { OrderDecision, VendorOrder } from './vendor-desk-api';
import type { Order } from '#shared/domain/order/order';
import { matchesText } from '#shared/lib/match-text';

export type DeskFilter = 'waiting' | 'decided' | 'all';

/** Waits for the vendor's word: it has been received and nobody has decided. */
export const isWaiting = ({ order }: VendorOrder): boolean =>
  order.state === 'placed' || order.state === 'received';

/** What people call the order by: the vendor's number, before there is one the quote's. */
export const numberOf = ({ order }: VendorOrder): string => order.vendorOrderNumber ?? order.quoteNumber;

/** Waiting orders: longest waiting first, for they are a queue. Decided ones: newest first. */
export function deskRows(
  orders: readonly VendorOrder[],
  filter: DeskFilter,
  text: string,
): readonly VendorOrder[] {
  return orders
    .filter(
      (row) =>
        (filter === 'all' || isWaiting(row) === (filter === 'waiting')) &&
        matchesText(text, [
          row.partnerName,
          row.accountName,
          row.order.quoteNumber,
          row.order.vendorOrderNumber ?? '',
          row.order.purchaseOrderNumber,
        ]),
    )
    .sort((a, b) =>
      filter === 'waiting' ? since(a).localeCompare(since(b)) : since(b).localeCompare(since(a)),
    );
}

export const waitingCount = (orders: readonly VendorOrder[]): number => orders.filter(isWaiting).length;

const since = ({ order }: VendorOrder): string => order.receivedAt ?? order.placedAt;

/** A decision on its way to the server, shown before the answer and marked as such. */
export interface PendingDecision extends OrderDecision {
  readonly orderId: string;
}

/** What the table shows while decisions are on their way: the state they ask for, never a made-up decision record. */
export const withPending = (
  orders: readonly VendorOrder[],
  pending: readonly PendingDecision[],
): readonly VendorOrder[] =>
  orders.map((row) => {
    const decision = pending.find(({ orderId }) => orderId === row.order.id);
    const state: Order['state'] | undefined = decision?.decision;
    return state === undefined ? row : { ...row, order: { ...row.order, state } };
  });

/** A rejection must say why; an acceptance may. The words are the person's own, only trimmed. */
export function readDecision(
  decision: OrderDecision['decision'],
  typed: string,
):
  | { readonly ok: true; readonly value: OrderDecision }
  | { readonly ok: false; readonly problem: DecisionProblem } {
  const reason = typed.trim();
  if (decision === 'rejected' && reason === '') return { ok: false, problem: 'reason-required' };
  if (reason.length > 2_000) return { ok: false, problem: 'reason-too-long' };
  return { ok: true, value: { decision, reason } };
}
export type DecisionProblem = 'reason-required' | 'reason-too-long';
