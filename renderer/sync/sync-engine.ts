import { err, ok, type Result } from '#shared/lib/result';
import type { DeviceFacts } from '#shared/protocol/devices';
import type { Session } from '#shared/protocol/session';
import type { ClientDatabase } from '../db/database';
import type { Clock } from '../db/mutate';
import { toStorageError } from '../db/storage-error';
import { watchClock } from './clock-skew';
import { createHints } from './hints';
import { madeFor } from './made-for';
import type { Fetch } from './server-api';
import type { SyncFailure } from './sync-context';
import type { SyncPhase, SyncStatus } from './sync-controller';
import { createSyncLoop, type RoundKind, type SyncLoop, type SyncLoopOptions } from './sync-loop';
import { outcome } from './sync-problem';
import { syncRound } from './sync-round';

/** What the engine itself knows of the status; the rest is read from the database. */
export type EngineStatus = Pick<
  SyncStatus,
  'online' | 'phase' | 'progress' | 'lastTryAt' | 'problem' | 'clockSkew'
>;

export interface SyncEngineOptions {
  readonly db: ClientDatabase;
  readonly session: Session;
  readonly device: DeviceFacts;
  readonly fetch: Fetch;
  /** For streams, which last: no limit of time. Without it the server is only asked now and then. */
  readonly listen?: Fetch;
  readonly now: Clock;
  readonly random: () => number;
  readonly later: SyncLoopOptions['later'];
  /** Web Locks, where there are any: one window syncs at a time (SY-9). */
  readonly locks: Pick<LockManager, 'request'> | null;
  readonly onStatus: (change: Partial<EngineStatus>) => void;
}

export function createSyncEngine(options: SyncEngineOptions): SyncLoop {
  const { db, session, device, now, random, later, locks, onStatus } = options;
  const report = (phase: SyncPhase, progress: SyncStatus['progress']): void => onStatus({ phase, progress });
  const fetch = watchClock(options.fetch, now, (clockSkew) => onStatus({ clockSkew }));

  const round = async (signal: AbortSignal, { snapshots }: RoundKind): Promise<Result<void, SyncFailure>> => {
    onStatus({ lastTryAt: now().toISOString() });
    const result = await syncRound({ db, session, device, fetch, now, random, signal, report }, snapshots);
    const end = outcome(result);
    onStatus({ phase: 'idle', progress: null, ...end });
    if (end.online === true) hints?.reached();
    return result;
  };

  const roundInTurn = async (signal: AbortSignal, kind: RoundKind): Promise<Result<void, SyncFailure>> => {
    if (!locks) return round(signal, kind);
    // Another window at work does ours too: what it stores is seen here at once. Only a person's wish waits for its turn.
    const request = kind.asked ? { signal } : { ifAvailable: true };
    try {
      return await locks.request(`sync ${db.name}`, request, (lock) =>
        lock ? round(signal, kind) : ok(undefined),
      );
    } catch (thrown) {
      return err(signal.aborted ? { type: 'cancelled' } : toStorageError(thrown));
    }
  };
  const loop = createSyncLoop({ round: roundInTurn, later, random });
  const hints = options.listen
    ? createHints({
        fetch: madeFor(session.userId, options.listen),
        later,
        random,
        locks,
        lockName: `hints ${db.name}`,
        onHint: (about) => loop.hint(about),
        onListening: (listening) => loop.setListening(listening),
      })
    : null;
  return {
    ...loop,
    setActive: (active) => {
      loop.setActive(active);
      hints?.setActive(active);
    },
    stop: async () => {
      await Promise.all([hints?.stop(), loop.stop()]);
    },
  };
}
