import type { z } from 'zod';
import { apiErrorSchema, type ApiErrorType } from '#shared/protocol/error';
import {
  orderDecisionSchema,
  vendorOrderListSchema,
  vendorOrderSchema,
} from '#shared/protocol/order-decision';
import { err, ok, type Result } from '#shared/lib/result';

export type VendorOrder = z.infer<typeof vendorOrderListSchema>['orders'][number];
export type OrderLine = z.infer<typeof vendorOrderSchema>['order']['lines'][number];
export type OrderDecision = z.infer<typeof orderDecisionSchema>;

/** Why the vendor's desk could not be read or written. The desk works online only: nothing is queued. */
export type DeskProblem =
  /** No answer came. After a decision this does not say whether the server had it; the next refresh will. */
  | { readonly type: 'offline' }
  | { readonly type: 'refused'; readonly why: ApiErrorType }
  /** An answer that is not what the protocol says. */
  | { readonly type: 'bad-answer' };

export type Fetch = (path: string, init?: RequestInit) => Promise<Response>;

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
  const answer = await ask(fetch, `/api/v1/vendor/orders/${encodeURIComponent(orderId)}/decision`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(decision),
  });
  return answer.ok ? ok(undefined) : answer;
}

async function ask(fetch: Fetch, path: string, init: RequestInit): Promise<Result<unknown, DeskProblem>> {
  let response: Response;
  let body: string;
  try {
    response = await fetch(path, { credentials: 'same-origin', ...init });
    body = await response.text();
  } catch {
    // fetch throws only when no whole answer came: no network, server gone mid-answer, or the page left.
    return err({ type: 'offline' });
  }
  const json = parseJson(body);
  if (response.ok) return body === '' || json !== undefined ? ok(json) : err({ type: 'bad-answer' });
  const error = apiErrorSchema.safeParse(json);
  if (!error.success) return err({ type: 'bad-answer' });
  // The host's proxy says so when it cannot reach the vendor's server.
  return error.data.error.type === 'unavailable'
    ? err({ type: 'offline' })
    : err({ type: 'refused', why: error.data.error.type });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
