import { createContext, use } from 'react';
import type { Session } from '#shared/protocol/session';

/** Who is signed in, and what they can do about it. */
export interface SessionActions {
  readonly session: Session;
  /** The server no longer knows the session: asks for the password, keeps everything. */
  readonly signInAgain: () => void;
  readonly signOut: () => void;
}

export const SessionActionsContext = createContext<SessionActions | null>(null);

export function useSessionActions(): SessionActions {
  const session = use(SessionActionsContext);
  if (!session) throw new Error('useSessionActions outside SessionActionsContext');
  return session;
}
