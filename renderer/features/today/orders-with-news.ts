import type { Order } from '#shared/domain/order/order';

export interface OrderWithNews {
  readonly order: Order;
  /** When the vendor last said something about it. */
  readonly at: string;
}

const newsDays = 7;

/** Orders the vendor received or decided on in the last seven days, the newest word first. */
export function ordersWithNews(orders: readonly Order[], now: Date): readonly OrderWithNews[] {
  const since = new Date(now.getTime() - newsDays * 86_400_000).toISOString();
  return orders
    .flatMap((order) => {
      const at = order.decision?.at ?? order.receivedAt;
      return at !== null && at >= since ? [{ order, at }] : [];
    })
    .toSorted((a, b) => b.at.localeCompare(a.at));
}
