import { createStore } from 'zustand/vanilla';
import type { SyncController, SyncStatus } from '../sync/sync-controller';
import { firstStatus } from '../sync/watch-status';

/** Sync while the app is open for reading only: what the server has cannot be stored, and what waits here goes on waiting. */
export function restingSync(): SyncController & { readonly stop: () => void } {
  return {
    status: createStore<SyncStatus>(() => ({ ...firstStatus, problem: { type: 'disk-full' } })),
    syncNow: () => Promise.resolve(),
    cancel: () => undefined,
    stop: () => undefined,
  };
}
