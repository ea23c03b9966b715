import type { SyncFailure } from './sync-context';

const firstDelay = 1_000;
/** Milliseconds. */
export const longestDelay = 5 * 60_000;

/**
 * Milliseconds to wait before try number `failures` + 1: doubling, with full jitter over the upper half, so that a thousand
 * devices do not come back in the same second. `random` is in [0, 1).
 */
export function backoffDelay(failures: number, random: () => number): number {
  const ceiling = Math.min(longestDelay, firstDelay * 2 ** Math.min(failures - 1, 20));
  return Math.round(ceiling / 2 + (ceiling / 2) * random());
}

/**
 * Whether trying again soon can help, by the failure's type alone (SY-4). What cannot (sign in, update, free disk space, a snapshot the vendor
 * has to mend) is tried again now and then, or when the person does something.
 */
export function isTransient({ type }: SyncFailure): boolean {
  return (
    type === 'offline' ||
    type === 'server-error' ||
    type === 'too-many-requests' ||
    type === 'busy' ||
    type === 'bad-answer' ||
    type === 'refused'
  );
}
