import type { z } from 'zod';
import { apiErrorSchema, type ApiErrorType } from '#shared/protocol/error';
import { err, ok, type Result } from '#shared/lib/result';

/** Why the vendor's desk could not be read or written. The desk works online only: nothing is queued. */
export type DeskProblem =
  /** No answer came. After a decision this does not say whether the server had it; the next refresh will. */
  | { readonly type: 'offline' }
  | { readonly type: 'refused'; readonly why: ApiErrorType }
  /** An answer that is not what the protocol says. */
  | { readonly type: 'bad-answer' };

export type Fetch = (path: string, init?: RequestInit) => Promise<Response>;

/** One answer of the server, checked against what the protocol says. */
export async function askFor<T>(
  fetch: Fetch,
  path: string,
  schema: z.ZodType<T>,
  init: RequestInit = {},
): Promise<Result<T, DeskProblem>> {
  const answer = await ask(fetch, path, init);
  if (!answer.ok) return answer;
  const parsed = schema.safeParse(answer.value);
  return parsed.success ? ok(parsed.data) : err({ type: 'bad-answer' });
}

/** Sends a decision as JSON. */
export const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

export async function ask(
  fetch: Fetch,
  path: string,
  init: RequestInit,
): Promise<Result<unknown, DeskProblem>> {
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
