import { assertNever } from '#shared/lib/assert-never';
import type { Result } from '#shared/lib/result';
import type { SyncFailure } from './sync-context';
import type { SyncStatus } from './sync-controller';

/** What a round's end says of the network and of what is wrong. A person's own stop is no problem, and proves nothing. */
export function outcome(result: Result<void, SyncFailure>): Partial<Pick<SyncStatus, 'online' | 'problem'>> {
  if (result.ok) return { online: true, problem: null };
  const { error } = result;
  switch (error.type) {
    case 'cancelled':
      return {};
    case 'offline':
      return { online: false, problem: error };
    case 'busy':
      return { online: true, problem: { type: 'server-error', status: error.status } };
    case 'too-many-requests':
      return { online: true, problem: { type: 'server-error', status: 429 } };
    case 'refused':
      return { online: true, problem: { type: 'bad-answer', message: error.reason } };
    case 'session-expired':
    case 'protocol-too-old':
    case 'protocol-too-new':
    case 'server-error':
    case 'bad-answer':
    case 'bad-signature':
    case 'bad-snapshot':
      return { online: true, problem: error };
    case 'disk-full':
    case 'storage-failed':
      return { problem: error };
    default:
      return assertNever(error);
  }
}
