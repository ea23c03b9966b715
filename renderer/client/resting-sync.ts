import { createStore } from 'zustand/vanilla';
import type { SyncController, SyncStatus } from '../sync/sync-controller';
import { firstStatus } from '../sync/watch-status';
import { becomeReadOnly } from './read-only';
import type { Storage } from './storage-state';

type StoppableSync = SyncController & { readonly stop: () => void };

/** Sync while the app is open for reading only: what the server has cannot be stored, and what waits here goes on waiting. */
export function restingSync(): StoppableSync {
  return {
    status: createStore<SyncStatus>(() => ({ ...firstStatus, problem: { type: 'disk-full' } })),
    syncNow: () => Promise.resolve(),
    cancel: () => undefined,
    stop: () => undefined,
  };
}

/** SY-2: sync that rests from the moment on at which the app is open for reading only, and makes it so when it meets a full disk itself. */
export function stoppable(sync: StoppableSync, storage: Storage): StoppableSync {
  let rest = (): void => undefined;
  const resting = new Promise<void>((resolve) => {
    rest = resolve;
  });
  let stopped = false;
  const stop = (): void => {
    if (!stopped) sync.stop();
    stopped = true;
    rest();
  };
  sync.status.subscribe(({ problem }) => {
    if (problem?.type === 'disk-full') becomeReadOnly(storage);
  });
  storage.subscribe(({ readOnly }) => {
    if (!readOnly || stopped) return;
    stop();
    sync.status.setState({ phase: 'idle', progress: null, problem: { type: 'disk-full' } });
  });
  return {
    status: sync.status,
    syncNow: () => (stopped ? resting : Promise.race([sync.syncNow(), resting])),
    cancel: () => {
      if (!stopped) sync.cancel();
    },
    stop,
  };
}
