import type { StoreApi } from 'zustand';
import type { SnapshotFailure } from './snapshot-failure';

export type SyncPhase = 'idle' | 'pushing' | 'pulling' | 'downloading';

export type SyncProblem =
  /** The catalog or book stays as it was; everything else is in order. */
  | SnapshotFailure
  | { readonly type: 'offline' }
  | { readonly type: 'session-expired' }
  | { readonly type: 'server-error'; readonly status: number }
  | { readonly type: 'protocol-too-old' }
  | { readonly type: 'protocol-too-new' }
  | { readonly type: 'disk-full' }
  | { readonly type: 'storage-failed'; readonly message: string }
  | { readonly type: 'bad-answer'; readonly message: string };

/** What the sync screen and the dot in the frame show. `online` is what the last request proved (SY-8). */
export interface SyncStatus {
  readonly online: boolean | null;
  readonly phase: SyncPhase;
  /** Of the phase: e.g. chunks done of chunks wanted (their bytes before compression too). null when there is nothing to count. */
  readonly progress: {
    readonly done: number;
    readonly total: number;
    readonly bytes?: { readonly done: number; readonly total: number };
  } | null;
  /** Mutations in the outbox, and files, that are not yet with the server. */
  readonly waiting: number;
  readonly attention: number;
  /** Instants by this device's clock. */
  readonly lastSuccessAt: string | null;
  readonly lastTryAt: string | null;
  readonly problem: SyncProblem | null;
  /** Minutes by which this device's clock is ahead of the server's (negative: behind), if that is more than five; else null. */
  readonly clockSkew: number | null;
}

export interface SyncController {
  readonly status: StoreApi<SyncStatus>;
  /** Push, pull and snapshots now; also clears the backoff. */
  syncNow(): Promise<void>;
  /** Stops the download or exchange under way; what has arrived stays. */
  cancel(): void;
}
