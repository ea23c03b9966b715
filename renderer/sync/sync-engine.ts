import { err, ok, type Result } from '#shared/lib/result';
import type { DeviceFacts } from '#shared/protocol/devices';
import type { Session } from '#shared/protocol/session';
import type { ClientDatabase } from '../db/database';
import type { Clock } from '../db/mutate';
import { toStorageError } from '../db/storage-error';
import type { Fetch } from './server-api';
import type { SyncFailure } from './sync-context';
import type { SyncPhase, SyncProblem, SyncStatus } from './sync-controller';
import { createSyncLoop, type SyncLoop, type SyncLoopOptions } from './sync-loop';
import { syncRound } from './sync-round';

/** What the engine itself knows of the status; the rest is read from the database. */
export type EngineStatus = Pick<SyncStatus, 'online' | 'phase' | 'progress' | 'lastTryAt' | 'problem'>;

export interface SyncEngineOptions {
  readonly db: ClientDatabase;
  readonly session: Session;
  readonly device: DeviceFacts;
  readonly fetch: Fetch;
  readonly now: Clock;
  readonly random: () => number;
  readonly later: SyncLoopOptions['later'];
  /** Web Locks, where there are any: one window syncs at a time (SY-9). */
  readonly locks: Pick<LockManager, 'request'> | null;
  readonly onStatus: (change: Partial<EngineStatus>) => void;
}

export function createSyncEngine(options: SyncEngineOptions): SyncLoop {
  const { db, session, device, fetch, now, random, locks, onStatus } = options;
  const report = (phase: SyncPhase, progress: SyncStatus['progress']): void => onStatus({ phase, progress });

  const round = async (signal: AbortSignal): Promise<Result<void, SyncFailure>> => {
    onStatus({ lastTryAt: now().toISOString() });
    const result = await syncRound({ db, session, device, fetch, now, random, signal, report });
    onStatus({ phase: 'idle', progress: null, ...outcome(result) });
    return result;
  };

  const roundInTurn = async (signal: AbortSignal, asked: boolean): Promise<Result<void, SyncFailure>> => {
    if (!locks) return round(signal);
    // Another window at work does ours too: what it stores is seen here at once. Only a person's wish waits for its turn.
    const options = asked ? { signal } : { ifAvailable: true };
    try {
      return await locks.request(`sync ${db.name}`, options, (lock) =>
        lock ? round(signal) : ok(undefined),
      );
    } catch (thrown) {
      return err(signal.aborted ? { type: 'cancelled' } : toStorageError(thrown));
    }
  };
  return createSyncLoop({ round: roundInTurn, later: options.later, random });
}

function outcome(result: Result<void, SyncFailure>): Partial<EngineStatus> {
  if (result.ok) return { online: true, problem: null };
  const { error } = result;
  switch (error.type) {
    case 'cancelled':
      return {};
    case 'offline':
      return { online: false, problem: error };
    case 'disk-full':
    case 'storage-failed':
      return { problem: error };
    default:
      return { online: true, problem: toProblem(error) };
  }
}

type AnsweredFailure = Exclude<
  SyncFailure,
  { readonly type: 'cancelled' | 'offline' | 'disk-full' | 'storage-failed' }
>;

function toProblem(failure: AnsweredFailure): SyncProblem {
  switch (failure.type) {
    case 'too-many-requests':
      return { type: 'server-error', status: 429 };
    case 'refused':
      return { type: 'bad-answer', message: failure.reason };
    default:
      return failure;
  }
}
