import { proxy, wrap } from 'comlink';
import { createStore } from 'zustand/vanilla';
import { version } from '../../package.json';
import type { Session } from '#shared/protocol/session';
import type { ClientDatabase } from '../db/database';
import { toStorageError } from '../db/storage-error';
import type { SyncController, SyncStatus } from '../sync/sync-controller';
import type { SyncWorker } from '../sync/sync-worker';
import { systemAndBrowser } from '../sync/system-and-browser';
import { firstStatus, tellStatus, watchStoredStatus } from '../sync/watch-status';

/** Starts sync in its worker and keeps its status in a store on this thread. */
export function startSync(
  session: Session,
  db: ClientDatabase,
): SyncController & { readonly stop: () => void } {
  const status = createStore<SyncStatus>(() => firstStatus);
  const thread = new Worker(new URL('../workers/sync.worker.ts', import.meta.url), { type: 'module' });
  const worker = wrap<SyncWorker>(thread);
  const report = (thrown: unknown): void =>
    status.setState({ phase: 'idle', progress: null, problem: toStorageError(thrown) });
  thread.addEventListener('error', ({ message }) => report(new Error(message)));

  const unwatch = watchStoredStatus(db, status, report);
  const started = worker.start(
    session,
    {
      name: systemAndBrowser(navigator.userAgent),
      host: window.fieldquote ? 'electron' : 'browser',
      appVersion: version,
    },
    proxy((change) => tellStatus(status, change)),
  );
  const look = (): void => {
    const looked = document.visibilityState === 'visible';
    started.then(() => worker.setActive(looked)).catch(report);
  };
  const events = new AbortController();
  document.addEventListener('visibilitychange', look, { signal: events.signal });
  window.addEventListener('focus', look, { signal: events.signal });
  const syncNow = async (): Promise<void> => {
    try {
      await started;
      await worker.syncNow();
    } catch (thrown) {
      report(thrown);
    }
  };
  // The browser's word is only a reason to try: online is what the try proves (SY-8).
  window.addEventListener('online', () => void syncNow(), { signal: events.signal });
  look();

  return {
    status,
    syncNow,
    cancel: () => void worker.cancel(),
    stop: () => {
      events.abort();
      unwatch();
      void worker.stop().finally(() => thread.terminate());
    },
  };
}
