import type { DeviceFacts } from '#shared/protocol/devices';
import type { Session } from '#shared/protocol/session';
import type { ClientDatabase } from '../db/database';
import type { Clock } from '../db/mutate';
import type { StorageError } from '../db/storage-error';
import type { Fetch, ServerFailure } from './server-api';
import type { SnapshotFailure } from './snapshot-failure';
import type { SyncPhase, SyncStatus } from './sync-controller';

/** All that sync reaches outside itself for; a test hands in its own server, clock and dice. */
export interface SyncContext {
  readonly db: ClientDatabase;
  readonly session: Session;
  /** What this installation says of itself, but for a name that its person gave it. */
  readonly device: DeviceFacts;
  readonly fetch: Fetch;
  readonly now: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  readonly signal: AbortSignal;
  readonly report: (phase: SyncPhase, progress: SyncStatus['progress']) => void;
}

export type SyncFailure = ServerFailure | StorageError | SnapshotFailure;
