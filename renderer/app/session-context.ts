import { createContext, use } from 'react';
import type { Session } from '#shared/protocol/session';

interface SessionActions {
  readonly session: Session;
  /** The server no longer knows the session: asks for the password, keeps everything. */
  readonly signInAgain: () => void;
  readonly signOut: () => Promise<void>;
}

export const SessionContext = createContext<SessionActions | null>(null);

export function useSession(): SessionActions {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession outside SessionGate');
  return session;
}
