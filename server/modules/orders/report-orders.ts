import type { Order } from '#shared/domain/order/order';
import { withReport, type ReportError } from '#shared/domain/order/order-reports';
import { newId } from '#shared/lib/ids';
import { err, ok, type Result } from '#shared/lib/result';
import type { NewOrderReport } from '#shared/protocol/order-status';
import { recordEvent } from '../audit/record-event';
import { fulfil } from '../contracts/fulfil';
import type { PartnerDesk } from '../vendor-desk/partner-desk';

/** Who told it: a person of the vendor's, or one of its systems. */
export type Teller = { readonly userId: string; readonly name: string } | null;

export type ReportFailure = ReportError | { readonly type: 'in-the-future' };

/** What a system's clock may be ahead of this one's: a day, since files say days without a zone. */
const tolerance = 86_400_000;

/** ORD-1: the order with that step, not yet written. */
export function reported(
  order: Order,
  report: NewOrderReport,
  now: Date,
): Result<{ readonly order: Order; readonly isNew: boolean }, ReportFailure> {
  const at = report.at ?? now.toISOString();
  if (Date.parse(at) > now.getTime() + tolerance) return err({ type: 'in-the-future' });
  const { kind, reference, note, amount } = report;
  return withReport(order, { id: newId(), kind, at, reference, note, amount });
}

/**
 * Writes an order that new steps were reported of, and what follows: its contracts and assets, once, and an event for each step. What cannot
 * be made of it now is made later (server/jobs.ts): a report is never refused for that.
 */
export async function writeReported(
  desk: PartnerDesk,
  before: Order,
  after: Order,
  by: Teller,
): Promise<Order> {
  desk.records.write([{ type: 'order', id: after.id, record: after }]);
  const known = new Set((before.reports ?? []).map(({ id }) => id));
  for (const report of after.reports ?? []) {
    if (known.has(report.id)) continue;
    const { kind, at, reference, amount } = report;
    await recordEvent(desk.queries, {
      type: 'order.reported',
      partnerId: desk.partnerId,
      subject: { type: 'order', id: after.id },
      by,
      at: desk.now,
      data: { vendorOrderNumber: after.vendorOrderNumber, kind, at, reference, amount, state: after.state },
    });
  }
  const fulfilled = await fulfil(desk, after);
  return fulfilled.ok ? fulfilled.value : after;
}

/** One step of one order, under its partner's lock. */
export async function reportOrder(
  desk: PartnerDesk,
  orderId: string,
  report: NewOrderReport,
  by: Teller,
): Promise<
  Result<{ readonly order: Order; readonly repeated: boolean }, ReportFailure | { type: 'not-found' }>
> {
  await desk.records.load([{ type: 'order', id: orderId }]);
  const order = desk.records.get('order', orderId);
  if (!order) return err({ type: 'not-found' });
  const result = reported(order, report, desk.now);
  if (!result.ok) return result;
  if (!result.value.isNew) return ok({ order, repeated: true });
  return ok({ order: await writeReported(desk, order, result.value.order, by), repeated: false });
}
