import type { ApiError } from '#shared/protocol/error';
import { madeForHeader } from '#shared/protocol/session';
import type { TokenVault } from './token-vault';

/** Headers of the renderer's request that the vendor server needs; nothing else is passed on. */
const passedRequestHeaders = [
  'content-type',
  'accept',
  'accept-language',
  'if-none-match',
  'range',
  madeForHeader,
];
/** Headers the renderer may see: never a cookie or a token. */
const passedResponseHeaders = ['content-type', 'etag', 'cache-control', 'date', 'retry-after'];

/**
 * Answers the renderer's `/api/*` from main: adds the access token, forwards to the vendor server, and keeps the token that a
 * sign-in brings. Server unreachable is a 503 with the typed body, as every other failure has. Bodies stream, and end at the server when the
 * renderer stops reading (SY-8: hints last for hours).
 */
export function createApiProxy(serverUrl: string, vault: TokenVault, send: typeof fetch = fetch) {
  return async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url);
    const headers = new Headers({ 'x-fieldquote-host': 'electron' });
    for (const name of passedRequestHeaders) {
      const value = request.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    const isSession = pathname === '/api/v1/session';
    const isSignIn = isSession && request.method === 'POST';
    const sent = isSignIn ? null : vault.token;
    if (sent !== null) headers.set('authorization', `Bearer ${sent}`);

    const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
    const body = hasBody ? new Uint8Array(await request.arrayBuffer()) : null;
    let answer: Response;
    try {
      answer = await send(new URL(pathname + search, serverUrl), {
        method: request.method,
        headers,
        body: body === null || body.byteLength === 0 ? null : body,
        redirect: 'manual',
        signal: request.signal,
      });
    } catch (error) {
      return unavailable(error instanceof Error ? error.message : String(error));
    }

    const token = answer.headers.get('x-session-token');
    if (isSignIn && answer.ok && token) await vault.keep(token);
    // A wrong password at sign-in says nothing about the token kept from before.
    const ended = (isSession && request.method === 'DELETE') || (answer.status === 401 && !isSignIn);
    // Somebody may have signed in while this was under way: their token stays.
    if (ended && vault.token === sent) await vault.forget();

    const shown = new Headers();
    for (const name of passedResponseHeaders) {
      const value = answer.headers.get(name);
      if (value !== null) shown.set(name, value);
    }
    return new Response(answer.body, { status: answer.status, headers: shown });
  };
}

function unavailable(message: string): Response {
  const error: ApiError = { type: 'unavailable', message };
  return Response.json({ error }, { status: 503 });
}
