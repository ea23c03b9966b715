import { z } from 'zod';
import { orderReportKinds, orderReportSchema, orderSchema } from '../domain/order/order';
import { isStorable, notStorable } from '../lib/storable-text';

const reportFields = {
  kind: z.enum(orderReportKinds),
  /** Number of the delivery note, invoice or payment; with `kind` it says which step this is: told twice it counts once. */
  reference: z.string().trim().max(120).refine(isStorable, notStorable).default(''),
  /** When it happened; absent: now. */
  at: orderReportSchema.shape.at.optional(),
  note: z.string().max(2_000).refine(isStorable, notStorable).default(''),
  /** Of an invoice or payment, in the order's currency. A payment without one pays the whole. */
  amount: orderReportSchema.shape.amount.default(null),
};

/** POST /api/v1/vendor/orders/{orderId}/reports (channel, admin): one step on an order's way (ORD-1). */
export const newOrderReportSchema = z.object(reportFields);
export type NewOrderReport = z.infer<typeof newOrderReportSchema>;

export const orderReportedSchema = z.object({
  order: orderSchema,
  /** That step was known: nothing was changed. */
  repeated: z.boolean(),
});

/** POST /api/v1/vendor/orders/status-import (channel, admin): a CSV file's text. All of its rows are taken, or none. */
export const statusImportSchema = z.object({ text: z.string().max(5_000_000) });
export const mostImportRows = 10_000;

/** Columns of the file, by their names in its first row, in any order and case. */
export const statusColumns = ['vendorOrderNumber', 'kind', 'date', 'reference', 'amount', 'note'] as const;
export type StatusColumn = (typeof statusColumns)[number];

export const statusRowProblems = [
  'missing-column',
  'repeated-column',
  'too-many-rows',
  'unreadable',
  'missing',
  'too-long',
  'unknown-order',
  'unknown-kind',
  'not-a-date',
  'in-the-future',
  'not-an-amount',
  'order-rejected',
  'too-many-reports',
] as const;

export const statusImportedSchema = z.object({
  /** Rows of the file with something in them. */
  rows: z.number(),
  /** Steps that are new. 0 when there is any error. */
  taken: z.number(),
  repeated: z.number(),
  /** In the file's order. `row`: the line of the file, the first being 1. */
  errors: z.array(
    z.object({
      row: z.number(),
      column: z.enum(statusColumns).nullable(),
      problem: z.enum(statusRowProblems),
      value: z.string(),
    }),
  ),
});
export type StatusImported = z.infer<typeof statusImportedSchema>;
export type StatusRowError = StatusImported['errors'][number];

/**
 * POST /api/v1/integration/order-status: the same from the vendor's own systems, signed by the Standard Webhooks scheme (headers webhook-id,
 * webhook-timestamp, webhook-signature). A message that comes again under its webhook-id is answered and not taken again.
 */
export const orderStatusMessageSchema = z.object({
  type: z.literal('order.reported'),
  timestamp: z.iso.datetime({ offset: true }).optional(),
  data: z.object({ ...reportFields, vendorOrderNumber: z.string().trim().min(1).max(60) }),
});
export type OrderStatusMessage = z.infer<typeof orderStatusMessageSchema>;

export const orderStatusTakenSchema = z.object({ repeated: z.boolean() });
