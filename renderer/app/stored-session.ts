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
  write(sessionName, null);
  write(signedOutName, 'yes');
}

export function wasSignedOut(): boolean {
  try {
    return localStorage.getItem(signedOutName) !== null;
  } catch {
    return false;
  }
}

function write(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Without storage the session lasts for this run.
  }
}
