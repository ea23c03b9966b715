import { expose } from 'comlink';
import { createSyncWorker } from '../sync/sync-worker';

/** Sync beside the main thread. */
expose(createSyncWorker());
