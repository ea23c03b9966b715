import type { z } from 'zod';
import type { Order } from '#shared/domain/order/order';
import { err, ok, type Result } from '#shared/lib/result';
import type {
  orderDecisionSchema,
  vendorOrderListSchema,
  vendorOrderSchema,
} from '#shared/protocol/order-decision';
import type { NewOrderReport, orderReportedSchema, StatusImported } from '#shared/protocol/order-status';
import type { Session } from '#shared/protocol/session';
import type { Clock } from '../../clock';
import type { Database } from '../../db/database';
import { recordEvent } from '../audit/record-event';
import type { PriceBookSource } from '../snapshots/price-book-source';
import { partnerOf } from '../vendor-desk/named-records';
import { changeAsVendor } from '../vendor-desk/partner-desk';
import { importStatus } from './import-status';
import { reportOrder, type ReportFailure } from './report-orders';
import { findNamedOrder, newestOrders } from './repository';

export type OrderService = ReturnType<typeof orderService>;
export type DecisionError =
  | { readonly type: 'not-found' }
  | { readonly type: 'already-decided'; readonly state: Order['state'] };

/** The vendor's side of orders: what came in from all partners, and the vendor's word on it. */
export function orderService(database: Database, books: PriceBookSource, clock: Clock) {
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

    /** Accepts or rejects an order that was received; it comes down with the next pull. */
    decide: async (
      session: Session,
      orderId: string,
      { decision, reason }: z.infer<typeof orderDecisionSchema>,
    ): Promise<Result<Order, DecisionError>> => {
      const partnerId = await partnerOf(database, 'order', orderId);
      if (partnerId === undefined) return err({ type: 'not-found' });
      return changeAsVendor(database, partnerId, books, clock, async ({ queries, records, now }) => {
        await records.load([{ type: 'order', id: orderId }]);
        const order = records.get('order', orderId);
        if (!order) return err({ type: 'not-found' as const });
        if (order.state !== 'received') return err({ type: 'already-decided' as const, state: order.state });
        const at = now.toISOString();
        const decided: Order = { ...order, state: decision, decision: { by: session.name, at, reason } };
        records.write([{ type: 'order', id: orderId, record: decided }]);
        await recordEvent(queries, {
          type: decision === 'accepted' ? 'order.accepted' : 'order.rejected',
          partnerId,
          subject: { type: 'order', id: orderId },
          by: session,
          at: now,
          data: { vendorOrderNumber: order.vendorOrderNumber, reason },
        });
        return ok(decided);
      });
    },

    /** One step on an order's way, told by a person of the vendor's. */
    report: async (
      session: Session,
      orderId: string,
      report: NewOrderReport,
    ): Promise<Result<z.infer<typeof orderReportedSchema>, ReportFailure | { type: 'not-found' }>> => {
      const partnerId = await partnerOf(database, 'order', orderId);
      if (partnerId === undefined) return err({ type: 'not-found' });
      return changeAsVendor(database, partnerId, books, clock, (desk) =>
        reportOrder(desk, orderId, report, session),
      );
    },

    /** Many steps of many orders, from a CSV file: all of them, or none. */
    importStatus: (session: Session, text: string): Promise<StatusImported> =>
      importStatus({ database, books, clock }, text, session),
  };
}
