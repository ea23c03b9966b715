import type { z } from 'zod';
import {
  orderDecisionSchema,
  vendorOrderListSchema,
  vendorOrderSchema,
} from '#shared/protocol/order-decision';
import { err, ok, type Result } from '#shared/lib/result';
import { ask, post, type DeskProblem, type Fetch } from './desk-request';

export type VendorOrder = z.infer<typeof vendorOrderListSchema>['orders'][number];
export type OrderLine = z.infer<typeof vendorOrderSchema>['order']['lines'][number];
export type OrderDecision = z.infer<typeof orderDecisionSchema>;

export async function requestVendorOrders(
  fetch: Fetch,
  signal?: AbortSignal,
): Promise<Result<readonly VendorOrder[], DeskProblem>> {
  const answer = await ask(fetch, '/api/v1/vendor/orders', signal ? { signal } : {});
  if (!answer.ok) return answer;
  const parsed = vendorOrderListSchema.safeParse(answer.value);
  return parsed.success ? ok(parsed.data.orders) : err({ type: 'bad-answer' });
}

/** What was ordered, line by line. The list leaves it out, and an order's lines never change. */
export async function requestOrderLines(
  fetch: Fetch,
  orderId: string,
  signal?: AbortSignal,
): Promise<Result<readonly OrderLine[], DeskProblem>> {
  const address = `/api/v1/vendor/orders/${encodeURIComponent(orderId)}`;
  const answer = await ask(fetch, address, signal ? { signal } : {});
  if (!answer.ok) return answer;
  const parsed = vendorOrderSchema.safeParse(answer.value);
  return parsed.success ? ok(parsed.data.order.lines) : err({ type: 'bad-answer' });
}

export async function sendDecision(
  fetch: Fetch,
  orderId: string,
  decision: OrderDecision,
): Promise<Result<void, DeskProblem>> {
  const answer = await ask(
    fetch,
    `/api/v1/vendor/orders/${encodeURIComponent(orderId)}/decision`,
    post(decision),
  );
  return answer.ok ? ok(undefined) : answer;
}
