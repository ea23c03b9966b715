import { sessionSchema, type Session } from '#shared/protocol/session';

const storageName = 'fieldquote:session';

/** Who was signed in on this device, so that the app opens with no network. Holds no secret; a damaged note counts as none. */
export function readStoredSession(): Session | null {
  try {
    const parsed = sessionSchema.safeParse(JSON.parse(localStorage.getItem(storageName) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not JSON, or storage is forbidden: the person signs in again.
    return null;
  }
}

export function storeSession(session: Session | null): void {
  try {
    if (session) localStorage.setItem(storageName, JSON.stringify(session));
    else localStorage.removeItem(storageName);
  } catch {
    // Without storage the session lasts for this run.
  }
}
