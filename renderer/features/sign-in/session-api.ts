import { z } from 'zod';
import { roleSchema } from '#shared/domain/partner/partner';
import { ok, err, type Result } from '#shared/lib/result';
import { apiErrorSchema } from '#shared/protocol/error';
import { sessionSchema, type Session } from '#shared/protocol/session';

export type SignInError =
  | { readonly type: 'wrong-credentials' }
  | { readonly type: 'too-many-requests' }
  | { readonly type: 'offline' }
  | { readonly type: 'server-error'; readonly status: number };

export async function signIn(email: string, password: string): Promise<Result<Session, SignInError>> {
  return readSession({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
}

/** Who the server thinks is signed in: after the device forgot but the cookie did not. */
export const currentSession = (): Promise<Result<Session, SignInError>> => readSession({ method: 'GET' });

/** Ends the session on the server. Without a network the cookie stays until the server is reached again. */
export async function signOut(): Promise<void> {
  try {
    await fetch('/api/v1/session', { method: 'DELETE' });
  } catch {
    // Offline: this device forgets the person all the same.
  }
}

async function readSession(init: RequestInit): Promise<Result<Session, SignInError>> {
  try {
    const response = await fetch('/api/v1/session', { ...init, credentials: 'same-origin' });
    const body: unknown = await response.json().catch(() => null);
    if (response.ok) {
      const session = sessionSchema.safeParse(body);
      return session.success ? ok(session.data) : err({ type: 'server-error', status: response.status });
    }
    const failure = apiErrorSchema.safeParse(body);
    return err(toSignInError(failure.success ? failure.data.error.type : null, response.status));
  } catch {
    return err({ type: 'offline' });
  }
}

function toSignInError(reason: string | null, status: number): SignInError {
  if (reason === 'wrong-credentials' || reason === 'not-signed-in' || reason === 'bad-request')
    return { type: 'wrong-credentials' };
  if (reason === 'too-many-requests') return { type: 'too-many-requests' };
  // The desktop host answers for a server it cannot reach; a gateway does so with 502 to 504.
  if (reason === 'unavailable' || (status >= 502 && status <= 504)) return { type: 'offline' };
  return { type: 'server-error', status };
}

const demoSchema = z.object({
  demo: z.object({
    password: z.string(),
    accounts: z.array(
      z.object({ email: z.string(), name: z.string(), role: roleSchema, partnerName: z.string() }),
    ),
  }),
});
export type Demo = z.infer<typeof demoSchema>['demo'];

/** The demo server tells who can be tried; any other server says nothing. */
export async function demoAccounts(): Promise<Demo | null> {
  try {
    const parsed = demoSchema.safeParse(await (await fetch('/healthz')).json());
    return parsed.success ? parsed.data.demo : null;
  } catch {
    // A hint only.
    return null;
  }
}
