import { createHash, randomBytes } from 'node:crypto';
import type { Session } from '#shared/protocol/session';
import type { Clock } from '../../clock';
import type { IdentityProvider } from './identity';
import type { SessionRepository } from './repository';

const dayMs = 24 * 60 * 60 * 1_000;
/** A session ends this long after its last day of use. */
export const sessionDays = 30;

export type SessionService = ReturnType<typeof sessionService>;

export interface OpenSession {
  readonly session: Session;
  readonly token: string;
  /** Names this sign-in among all, and is no secret: SHA-256 of the token. */
  readonly key: string;
  /** True when its end was moved: whoever holds the token in a cookie renews that too. */
  readonly extended: boolean;
}

export function sessionService(repository: SessionRepository, identity: IdentityProvider, clock: Clock) {
  const expiry = (): Date => new Date(clock().getTime() + sessionDays * dayMs);

  return {
    /** Undefined when the credentials are nobody's; which half is wrong is not told. */
    signIn: async (email: string, password: string): Promise<OpenSession | undefined> => {
      const userId = await identity.authenticate({ email, password });
      if (userId === undefined) return undefined;
      const now = clock();
      const token = randomBytes(32).toString('base64url');
      const tokenHash = hashToken(token);
      await repository.addSession({
        token_hash: tokenHash,
        user_id: userId,
        created_at: now,
        expires_at: expiry(),
      });
      const found = await repository.findSession(tokenHash, now);
      return found && { session: found.session, token, key: tokenHash, extended: true };
    },

    /** Whose token it is. Using a session moves its end, at most once a day. */
    resume: async (token: string): Promise<OpenSession | undefined> => {
      const tokenHash = hashToken(token);
      const found = await repository.findSession(tokenHash, clock());
      if (!found) return undefined;
      const end = expiry();
      const extended = end.getTime() - found.expiresAt.getTime() > dayMs;
      if (extended) await repository.extendSession(tokenHash, end);
      return { session: found.session, token, key: tokenHash, extended };
    },

    /** Of these sessions, by key, those still open. Asking does not use them. */
    stillOpen: (keys: readonly string[]): Promise<ReadonlySet<string>> => repository.findOpen(keys, clock()),

    signOut: (token: string): Promise<void> => repository.removeSession(hashToken(token)),
  };
}

const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
