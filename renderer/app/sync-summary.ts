import type { SyncStatus } from '../sync/sync-controller';

export interface SyncSummary {
  readonly key:
    | 'needsAttention'
    | 'signInAgain'
    | 'updateNeeded'
    | 'diskFull'
    | 'storageProblem'
    | 'working'
    | 'offline'
    | 'offlineWaiting'
    | 'serverProblem'
    | 'waiting'
    | 'synced'
    | 'never';
  readonly tone: 'good' | 'info' | 'warn' | 'bad' | 'neutral';
}

/** The one thing to say about sync now: what needs the person first, then what hinders, then what is well. */
export function syncSummary(status: SyncStatus): SyncSummary {
  const { problem } = status;
  if (status.attention > 0) return { key: 'needsAttention', tone: 'bad' };
  switch (problem?.type) {
    case 'session-expired':
      return { key: 'signInAgain', tone: 'bad' };
    case 'protocol-too-old':
    case 'protocol-too-new':
      return { key: 'updateNeeded', tone: 'bad' };
    case 'disk-full':
      return { key: 'diskFull', tone: 'bad' };
    case 'storage-failed':
      return { key: 'storageProblem', tone: 'bad' };
    case 'server-error':
    case 'bad-answer':
    case 'bad-signature':
    case 'bad-snapshot':
      return { key: 'serverProblem', tone: 'warn' };
    case 'offline':
      return { key: status.waiting > 0 ? 'offlineWaiting' : 'offline', tone: 'warn' };
    case undefined:
      break;
  }
  if (status.online === false)
    return { key: status.waiting > 0 ? 'offlineWaiting' : 'offline', tone: 'warn' };
  if (status.phase === 'downloading' || (status.phase !== 'idle' && status.lastSuccessAt === null))
    return { key: 'working', tone: 'info' };
  if (status.waiting > 0) return { key: 'waiting', tone: 'info' };
  return status.lastSuccessAt === null ? { key: 'never', tone: 'neutral' } : { key: 'synced', tone: 'good' };
}
