import { madeForHeader } from '#shared/protocol/session';
import type { Fetch } from './server-api';

/** SY-12: every request says for whom it is, because somebody else can sign in between any two of them. */
export const madeFor =
  (userId: string, fetch: Fetch): Fetch =>
  (path, init) => {
    const headers = new Headers(init.headers);
    headers.set(madeForHeader, userId);
    return fetch(path, { ...init, headers });
  };
