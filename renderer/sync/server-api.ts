import type { z } from 'zod';
import { assertNever } from '#shared/lib/assert-never';
import { err, ok, type Result } from '#shared/lib/result';
import { attachmentContentType } from '#shared/protocol/attachments';
import { apiErrorSchema, type ApiErrorType } from '#shared/protocol/error';

/** Why a request brought nothing. Decided by the answer's typed body first and its status second, never by a message text. */
export type ServerFailure =
  /** No answer, or one that says the server cannot be reached: what the last request proved (SY-8). */
  | { readonly type: 'offline' }
  | { readonly type: 'cancelled' }
  | { readonly type: 'session-expired' }
  | { readonly type: 'too-many-requests'; readonly retryAfterSeconds: number | null }
  /** It is there, but not for us now. */
  | { readonly type: 'busy'; readonly retryAfterSeconds: number; readonly status: number }
  | { readonly type: 'protocol-too-old' }
  | { readonly type: 'protocol-too-new' }
  | { readonly type: 'server-error'; readonly status: number }
  /** The server understood and said no. */
  | { readonly type: 'refused'; readonly reason: ApiErrorType; readonly status: number }
  /** It answered, but not in the protocol's words: a captive portal, a proxy, a broken server. */
  | { readonly type: 'bad-answer'; readonly message: string };

export type Fetch = (path: string, init: RequestInit) => Promise<Response>;

export interface ServerRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as they are, instead. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly signal?: AbortSignal | undefined;
  /** `reload`, `no-store`: past what the browser keeps. */
  readonly cache?: RequestCache;
  /** A longer body is cut off and answered as `bad-answer`. */
  readonly maxBytes?: number;
}

/** Sends and parses one JSON request. Never throws. */
export async function requestJson<T>(
  fetch: Fetch,
  request: ServerRequest,
  schema: z.ZodType<T>,
): Promise<Result<T, ServerFailure>> {
  const answer = await requestBytes(fetch, request);
  if (!answer.ok) return answer;
  const body = parseJson(answer.value);
  if (!body.ok) return body;
  const parsed = schema.safeParse(body.value);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  return err({ type: 'bad-answer', message: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` });
}

/** Sends one request and gives the answer's bytes. Never throws. */
export async function requestBytes(
  fetch: Fetch,
  { method, path, body, bytes: sent, signal, cache, maxBytes }: ServerRequest,
): Promise<Result<Uint8Array<ArrayBuffer>, ServerFailure>> {
  try {
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      ...(sent ? { headers: { 'content-type': attachmentContentType }, body: sent } : {}),
      ...(signal ? { signal } : {}),
      ...(cache ? { cache } : {}),
    });
    const bytes = await readBody(response, maxBytes);
    if (!bytes) return err({ type: 'bad-answer', message: 'too long' });
    return response.ok ? ok(bytes) : err(toFailure(response, bytes));
  } catch {
    // Every way a request can break off (no network, connection cut inside the body) looks the same here: no proof of a server.
    return err({ type: signal?.aborted === true ? 'cancelled' : 'offline' });
  }
}

/** Null when there is more than `maxBytes`; the rest is not read. */
async function readBody(response: Response, maxBytes?: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (maxBytes === undefined || !response.ok || !response.body)
    return new Uint8Array(await response.arrayBuffer());
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > maxBytes) {
      await reader.cancel();
      return null;
    }
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts as Uint8Array<ArrayBuffer>[]).arrayBuffer());
}

/** No server can send a device away for longer than this. */
const longestWait = 60 * 60;

/** How long the server asks to be left alone; null: it does not say, or names a time of its clock, which is not this device's. */
export function retryAfterSeconds(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, longestWait) : null;
}

function parseJson(bytes: Uint8Array): Result<unknown, ServerFailure> {
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return err({ type: 'bad-answer', message: 'not JSON' });
  }
}

function toFailure(response: Response, bytes: Uint8Array): ServerFailure {
  const { status } = response;
  const body = parseJson(bytes);
  const parsed = apiErrorSchema.safeParse(body.ok ? body.value : undefined);
  const reason = parsed.success ? parsed.data.error.type : null;
  switch (reason) {
    case 'not-signed-in':
    case 'signed-in-as-another':
      return { type: 'session-expired' };
    case 'too-many-requests':
      return { type: 'too-many-requests', retryAfterSeconds: retryAfterSeconds(response) };
    case 'protocol-too-old':
    case 'protocol-too-new':
      return { type: reason };
    case 'unavailable': {
      // The desktop host's word for no server at all; with a time to come back, that of a server that is busy or closing down.
      const seconds = retryAfterSeconds(response);
      return seconds === null ? { type: 'offline' } : { type: 'busy', retryAfterSeconds: seconds, status };
    }
    case 'internal':
      return { type: 'server-error', status };
    case 'bad-request':
    case 'wrong-credentials':
    case 'forbidden':
    case 'not-found':
    case 'conflict':
    case 'too-large':
    case 'unsupported-media-type':
      return { type: 'refused', reason, status };
    case null:
      // Not our server's words: a gateway's error page.
      if (status === 413) return { type: 'refused', reason: 'too-large', status };
      if (status === 429)
        return { type: 'too-many-requests', retryAfterSeconds: retryAfterSeconds(response) };
      return status >= 500
        ? { type: 'server-error', status }
        : { type: 'bad-answer', message: `status ${String(status)}` };
    default:
      return assertNever(reason);
  }
}
