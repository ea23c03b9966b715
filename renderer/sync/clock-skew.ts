import type { Clock } from '../db/mutate';
import type { Fetch } from './server-api';

/** As much as the clock may be off before anybody needs to know: quotes expire by the day. */
const tolerance = 5 * 60_000;

/**
 * SY-11: clocks order nothing, but the person should know of one that is wrong: days of expiry and "synced 3 minutes ago" are read off it.
 * Says after each pull by how many minutes this device is ahead of the server (negative: behind); null: it is not, or the server does not
 * tell the time. Only pulls are asked, which no cache ever answers.
 */
export const watchClock =
  (fetch: Fetch, now: Clock, onSkew: (minutes: number | null) => void): Fetch =>
  async (path, init) => {
    const sentAt = now().getTime();
    const response = await fetch(path, init);
    if (path.endsWith('/sync/pull')) onSkew(skew(response.headers.get('date'), sentAt, now().getTime()));
    return response;
  };

/** The server's time lies somewhere between sending and receiving, so that neither a slow answer nor a clock set meanwhile counts as skew. */
function skew(date: string | null, sentAt: number, receivedAt: number): number | null {
  const server = Date.parse(date ?? '');
  if (Number.isNaN(server)) return null;
  const earliest = Math.min(sentAt, receivedAt);
  const latest = Math.max(sentAt, receivedAt);
  const ahead = earliest > server ? earliest - server : latest < server ? latest - server : 0;
  return Math.abs(ahead) > tolerance ? Math.round(ahead / 60_000) : null;
}
