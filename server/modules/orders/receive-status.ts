import { err, ok, type Result } from '#shared/lib/result';
import type { OrderStatusMessage } from '#shared/protocol/order-status';
import type { Clock } from '../../clock';
import type { Database, Queries } from '../../db/database';
import type { PriceBookSource } from '../snapshots/price-book-source';
import { changeAsVendor } from '../vendor-desk/partner-desk';
import { reportOrder, type ReportFailure } from './report-orders';
import { findByVendorNumbers } from './repository';

export type StatusReceiver = ReturnType<typeof statusReceiver>;

/** ORD-1: steps of orders as another system sends them, each message once. */
export function statusReceiver(database: Database, books: PriceBookSource, clock: Clock) {
  return {
    /** What is refused is not kept as received: the same message may come again when the order is there. */
    receive: async (
      webhookId: string,
      { data }: OrderStatusMessage,
    ): Promise<Result<{ repeated: boolean }, ReportFailure | { type: 'not-found' }>> => {
      const { vendorOrderNumber, ...report } = data;
      const found = await findByVendorNumbers(database, [vendorOrderNumber]);
      const place = found.get(vendorOrderNumber);
      if (!place) return err({ type: 'not-found' });
      return changeAsVendor(database, place.partnerId, books, clock, async (desk) => {
        // Under the partner's lock: the same message on two servers waits here for the first.
        if (await wasReceived(desk.queries, webhookId)) return ok({ repeated: true });
        const told = await reportOrder(desk, place.id, report, null);
        if (!told.ok) return told;
        await desk.queries
          .insertInto('received_webhook')
          .values({ webhook_id: webhookId, received_at: desk.now })
          .onConflict((conflict) => conflict.column('webhook_id').doNothing())
          .execute();
        return ok({ repeated: told.value.repeated });
      });
    },
  };
}

async function wasReceived(queries: Queries, webhookId: string): Promise<boolean> {
  const row = await queries
    .selectFrom('received_webhook')
    .select('webhook_id')
    .where('webhook_id', '=', webhookId)
    .executeTakeFirst();
  return row !== undefined;
}
