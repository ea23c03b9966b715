import { orderStates, type Order, type OrderState } from '#shared/domain/order/order';

export interface OrderStep {
  readonly state: OrderState;
  readonly status: 'done' | 'now' | 'ahead' | 'refused';
  /** The instant, where one is known: placing by the device's clock, the rest by the server's (SY-11). */
  readonly at: string | null;
  /** Who decided and why, on the step of the decision. */
  readonly by: string | null;
  readonly reason: string | null;
}

/**
 * ORD-1: the way of an order from the rep's desk to payment. A rejected order ends at the rejection; nothing lies ahead of it.
 * `now` is the last step reached.
 */
export function timelineOf(
  order: Pick<Order, 'state' | 'decision' | 'placedAt' | 'receivedAt' | 'reports'>,
): readonly OrderStep[] {
  const rejected = order.state === 'rejected';
  const path = orderStates.filter((state) =>
    rejected ? ['placed', 'received', 'rejected'].includes(state) : state !== 'rejected',
  );
  const reached = path.indexOf(order.state);
  return path.map((state, index) => ({
    state,
    status: statusOf(index, reached, rejected),
    at: instantOf(order, state),
    by: state === 'accepted' || state === 'rejected' ? (order.decision?.by ?? null) : null,
    reason: state === 'accepted' || state === 'rejected' ? (order.decision?.reason ?? null) : null,
  }));
}

function statusOf(index: number, reached: number, rejected: boolean): OrderStep['status'] {
  if (index > reached) return 'ahead';
  if (index < reached) return 'done';
  return rejected ? 'refused' : 'now';
}

function instantOf(
  order: Pick<Order, 'decision' | 'placedAt' | 'receivedAt' | 'reports'>,
  state: OrderState,
) {
  if (state === 'placed') return order.placedAt;
  if (state === 'received') return order.receivedAt;
  const told = (kinds: readonly string[]) =>
    order.reports?.find(({ kind }) => kinds.includes(kind))?.at ?? null;
  if (state === 'accepted') return order.decision?.at ?? told(['confirmed']);
  if (state === 'rejected') return order.decision?.at ?? null;
  // The first word of each step; a delivery that nobody reported as shipped was.
  return state === 'shipped' ? told(['shipped', 'delivered']) : told([state]);
}
