import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import type { Role } from '#shared/domain/partner/partner';
import type { Session } from '#shared/protocol/session';
import { ApiFailure } from './api-failure';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the session module before any route's own hooks; null when nobody is signed in. */
    session: Session | null;
    /** Names the sign-in it came with; null when nobody is. */
    sessionKey: string | null;
  }
}

/** Route hook, before the body is read: someone must be signed in, and in one of the roles if any are named. */
export const signedInAs = (...roles: readonly Role[]): onRequestAsyncHookHandler => {
  return async (request) => {
    const { role } = sessionOf(request);
    if (roles.length > 0 && !roles.includes(role)) {
      throw new ApiFailure('forbidden', `This is for ${roles.join(' or ')} only`);
    }
  };
};

/** Who asks. Throws the typed `not-signed-in` when nobody is. */
export function sessionOf(request: FastifyRequest): Session {
  if (request.session === null) throw new ApiFailure('not-signed-in', 'Nobody is signed in, or no longer');
  return request.session;
}
