import {
  orderReportedSchema,
  statusImportedSchema,
  type NewOrderReport,
  type StatusImported,
} from '#shared/protocol/order-status';
import type { Result } from '#shared/lib/result';
import type { z } from 'zod';
import { askFor, post, type DeskProblem, type Fetch } from './desk-request';

/** ORD-1: one step of an order's way. */
export const sendReport = (
  fetch: Fetch,
  orderId: string,
  report: NewOrderReport,
): Promise<Result<z.infer<typeof orderReportedSchema>, DeskProblem>> =>
  askFor(
    fetch,
    `/api/v1/vendor/orders/${encodeURIComponent(orderId)}/reports`,
    orderReportedSchema,
    post(report),
  );

/** ORD-1: a status file, whole or not at all. */
export const sendStatusFile = (fetch: Fetch, text: string): Promise<Result<StatusImported, DeskProblem>> =>
  askFor(fetch, '/api/v1/vendor/orders/status-import', statusImportedSchema, post({ text }));
