import { assertNever } from '#shared/lib/assert-never';
import type { SyncFailure } from './sync-context';

const firstDelay = 1_000;
const longestDelay = 5 * 60_000;

/**
 * Milliseconds to wait before try number `failures` + 1: doubling, with full jitter over the upper half, so that a thousand
 * devices do not come back in the same second. `random` is in [0, 1).
 */
export function backoffDelay(failures: number, random: () => number): number {
  const ceiling = Math.min(longestDelay, firstDelay * 2 ** Math.min(failures - 1, 20));
  return Math.round(ceiling / 2 + (ceiling / 2) * random());
}

/** Whether trying again by itself can help. What cannot waits for the person, or for the next ordinary round. */
export function isTransient(failure: SyncFailure): boolean {
  switch (failure.type) {
    case 'offline':
    case 'server-error':
    case 'too-many-requests':
    case 'bad-answer':
    case 'refused':
      return true;
    case 'cancelled':
    case 'session-expired':
    case 'protocol-too-old':
    case 'protocol-too-new':
    case 'disk-full':
    case 'storage-failed':
    // The next ordinary round tries it again; nothing else waits for it.
    case 'bad-signature':
    case 'bad-snapshot':
      return false;
    default:
      return assertNever(failure);
  }
}
