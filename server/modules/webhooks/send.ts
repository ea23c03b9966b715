import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { Webhook } from 'standardwebhooks';
import { guardedLookup, whyNotAllowed, type AddressPolicy } from './allowed-address';

export interface Message {
  /** The event's id: told again, it is the same, so that the receiver can tell. */
  readonly id: string;
  readonly body: string;
}

export interface Target {
  readonly url: string;
  /** The newest first; each signs. */
  readonly secrets: readonly string[];
}

export interface SendOptions extends AddressPolicy {
  readonly timeoutMs: number;
}

/** What came of one attempt. */
export interface Attempt {
  /** Null: no answer came. */
  readonly status: number | null;
  /** What went wrong, for a person; null: it arrived. */
  readonly error: string | null;
  readonly ms: number;
}

/** What is kept of an answer that is no success. */
const keptCharacters = 500;

/** The headers of the Standard Webhooks scheme; one signature for each secret. */
export const signedHeaders = (
  { id, body }: Message,
  secrets: readonly string[],
  at: Date,
): Record<string, string> => ({
  'webhook-id': id,
  'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
  'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
});

/** One attempt. Never throws. A redirect is not followed: it could lead to where the address itself may not. */
export async function send(
  { url, secrets }: Target,
  message: Message,
  at: Date,
  { timeoutMs, ...policy }: SendOptions,
): Promise<Attempt> {
  const start = performance.now();
  const attempt = (status: number | null, error: string | null): Attempt => ({
    status,
    error,
    ms: Math.round(performance.now() - start),
  });
  const notAllowed = whyNotAllowed(url, policy);
  if (notAllowed !== undefined) return attempt(null, `The address is not allowed: ${notAllowed}`);
  try {
    const { status, text } = await post(url, message.body, {
      headers: signedHeaders(message, secrets, at),
      policy,
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (status >= 200 && status < 300) return attempt(status, null);
    const what =
      status >= 300 && status < 400 ? 'It redirects, which is not followed' : `It answered ${status}`;
    return attempt(status, text === '' ? what : `${what}: ${text}`);
  } catch (error) {
    const failure = error as Error;
    if (failure.name === 'AbortError' || failure.name === 'TimeoutError')
      return attempt(null, `It did not answer within ${timeoutMs / 1_000} seconds`);
    return attempt(null, failure.message || failure.name);
  }
}

function post(
  url: string,
  body: string,
  {
    headers,
    policy,
    signal,
  }: {
    readonly headers: Record<string, string>;
    readonly policy: AddressPolicy;
    readonly signal: AbortSignal;
  },
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = (url.startsWith('https:') ? requestHttps : requestHttp)(url, {
      method: 'POST',
      agent: false,
      signal,
      lookup: guardedLookup(policy),
      headers: {
        ...headers,
        'content-type': 'application/cloudevents+json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Fieldquote-Webhooks/1',
      },
    });
    request.on('error', reject);
    request.on('response', (response) => {
      const status = response.statusCode ?? 0;
      const done = (text: string): void => {
        // However much more it wants to say, and however slowly.
        response.destroy();
        resolve({ status, text: text.slice(0, keptCharacters).replaceAll('\u0000', '') });
      };
      // What it says to what arrived interests nobody.
      if (status >= 200 && status < 300) return done('');
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
        if (text.length >= keptCharacters) done(text);
      });
      response.on('end', () => done(text));
      response.on('error', () => done(text));
    });
    request.end(body);
  });
}
