import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import type { Order } from '#shared/domain/order/order';
import { ordersWithNews } from './orders-with-news';

/** An answer that came. */
export type News =
  | { readonly kind: 'order'; readonly at: string; readonly order: Order }
  | { readonly kind: 'registration'; readonly at: string; readonly request: RegistrationRequest };

const newsDays = 7;

/** What the vendor answered in the last seven days, the newest first: of orders everybody's, of registrations one's own. */
export function newsOf(
  orders: readonly Order[],
  requests: readonly RegistrationRequest[],
  userId: string,
  now: Date,
): readonly News[] {
  const since = new Date(now.getTime() - newsDays * 86_400_000).toISOString();
  const answered = requests.flatMap((request): News[] => {
    const at = [
      request.decision?.at,
      request.extension?.decision?.at,
      request.conflict?.outcome?.at,
      request.ended?.at,
    ]
      .filter((instant) => instant !== undefined)
      .sort()
      .at(-1);
    return at !== undefined && at >= since && request.ownerId === userId
      ? [{ kind: 'registration', at, request }]
      : [];
  });
  return [
    ...ordersWithNews(orders, now).map(({ order, at }): News => ({ kind: 'order', at, order })),
    ...answered,
  ].sort((a, b) => b.at.localeCompare(a.at));
}
