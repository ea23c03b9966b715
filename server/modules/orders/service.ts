import type { z } from 'zod';
import type { Order } from '#shared/domain/order/order';
import { err, ok, type Result } from '#shared/lib/result';
import type {
  orderDecisionSchema,
  vendorOrderListSchema,
  vendorOrderSchema,
} from '#shared/protocol/order-decision';
import type { Session } from '#shared/protocol/session';
import type { Clock } from '../../clock';
import type { Database } from '../../db/database';
import { lockTenant, setTenantVersion, writeRecords } from '../sync/repository';
import { findNamedOrder, findOrder, newestOrders } from './repository';

export type OrderService = ReturnType<typeof orderService>;
export type DecisionError =
  | { readonly type: 'not-found' }
  | { readonly type: 'already-decided'; readonly state: Order['state'] };

/** The vendor's side of orders: what came in from all partners, and the vendor's word on it. */
export function orderService(database: Database, clock: Clock) {
  return {
    list: async (): Promise<z.infer<typeof vendorOrderListSchema>> => {
      const rows = await newestOrders(database);
      return {
        orders: rows.map(({ body, partnerName, accountName }) => {
          const { lines, ...order } = body as Order;
          return { order, partnerName, accountName, lineCount: lines.length };
        }),
      };
    },

    /** undefined: there is no such order. */
    find: async (orderId: string): Promise<z.infer<typeof vendorOrderSchema> | undefined> => {
      const found = await findNamedOrder(database, orderId);
      if (!found) return undefined;
      const { body, partnerName, accountName } = found;
      return { order: body as Order, partnerName, accountName };
    },

    /** Accepts or rejects an order that was received. Stamped with a new version of its partner, it comes down with the next pull. */
    decide: (
      session: Session,
      orderId: string,
      { decision, reason }: z.infer<typeof orderDecisionSchema>,
    ): Promise<Result<Order, DecisionError>> =>
      database.transaction().execute(async (queries) => {
        const found = await findOrder(queries, orderId);
        if (!found) return err({ type: 'not-found' as const });
        const version = (await lockTenant(queries, found.partner_id)) + 1;
        // Read again under the lock: someone else may have decided in between.
        const order = (await findOrder(queries, orderId))?.body as Order;
        if (order.state !== 'received') return err({ type: 'already-decided' as const, state: order.state });
        const decided: Order = {
          ...order,
          state: decision,
          decision: { by: session.name, at: clock().toISOString(), reason },
        };
        await writeRecords(queries, [
          {
            type: 'order',
            id: orderId,
            partner_id: found.partner_id,
            version,
            deleted: false,
            body: JSON.stringify(decided),
          },
        ]);
        await setTenantVersion(queries, found.partner_id, version);
        return ok(decided);
      }),
  };
}
