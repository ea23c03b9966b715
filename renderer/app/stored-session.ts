import { sessionSchema, type Session } from '#shared/protocol/session';

const sessionName = 'fieldquote:session';
const signedOutName = 'fieldquote:signed-out';

/** Who was signed in on this device, so that the app opens with no network. Holds no secret; a damaged note counts as none. */
export function readStoredSession(): Session | null {
  try {
    const parsed = sessionSchema.safeParse(JSON.parse(localStorage.getItem(sessionName) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not JSON, or storage is forbidden: the person signs in again.
    return null;
  }
}

export function storeSession(session: Session): void {
  write(sessionName, JSON.stringify(session));
  write(signedOutName, null);
}

/** The person signed out here. It stands until someone signs in, also if the server could not be told: its cookie lets nobody back in. */
export function storeSignedOut(): void {
  // In this order: another window never finds nobody signed in without also finding that they signed out.
  write(signedOutName, 'yes');
  write(sessionName, null);
}

export function wasSignedOut(): boolean {
  try {
    return localStorage.getItem(signedOutName) !== null;
  } catch {
    return false;
  }
}

/** Who this device knows. `unknown` on a first start, or when the browser has forgotten: the server may still know. */
export type KnownSession =
  | { readonly type: 'signed-in'; readonly session: Session }
  | { readonly type: 'signed-out' }
  | { readonly type: 'unknown' };

export function knownSession(): KnownSession {
  const session = readStoredSession();
  if (session) return { type: 'signed-in', session };
  return { type: wasSignedOut() ? 'signed-out' : 'unknown' };
}

/**
 * What another window has just made of the session: null when the person here, if any, stays the one who is signed in. Pure.
 * @param changed the storage event's key; null when the whole storage was cleared
 */
export function changedElsewhere(
  changed: string | null,
  hereUserId: string | null,
  known: KnownSession,
): KnownSession | null {
  if (changed !== null && changed !== sessionName && changed !== signedOutName) return null;
  const knownUserId = known.type === 'signed-in' ? known.session.userId : null;
  return knownUserId === hereUserId ? null : known;
}

function write(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Without storage the session lasts for this run.
  }
}
