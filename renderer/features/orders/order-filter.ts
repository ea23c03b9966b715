import type { Order, OrderState } from '#shared/domain/order/order';
import { matchesText } from '#shared/lib/match-text';

export interface OrderFilter {
  readonly text: string;
  /** Empty: all. */
  readonly states: readonly OrderState[];
  readonly ownerId: string | null;
}

export const noOrderFilter: OrderFilter = { text: '', states: [], ownerId: null };

export const filterOrders = (
  orders: readonly Order[],
  filter: OrderFilter,
  accountName: (id: string) => string,
): readonly Order[] =>
  orders.filter(
    (order) =>
      (filter.states.length === 0 || filter.states.includes(order.state)) &&
      (filter.ownerId === null || order.ownerId === filter.ownerId) &&
      matchesText(filter.text, [
        order.quoteNumber,
        order.vendorOrderNumber ?? '',
        order.purchaseOrderNumber,
        accountName(order.accountId),
      ]),
  );
