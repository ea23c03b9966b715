import { wrap } from 'comlink';
import { err, ok, type Result } from '#shared/lib/result';
import type { Session } from '#shared/protocol/session';
import { mutate } from '../db/mutate';
import { openDatabase } from '../db/open-database';
import { toStorageError, type StorageError } from '../db/storage-error';
import type { Platform } from '../platform/platform';
import { discard, resubmit } from '../sync/resolve-attention';
import type { CatalogWorker } from './catalog-worker';
import type { Client } from './client';
import { createProposalService } from './proposal-service';
import { nextQuoteNumber } from './quote-number';
import { startSync } from './start-sync';

/**
 * Puts the signed-in person's client together: their database, the workers, sync. Works with no network. One at a time; close the
 * one before when somebody else signs in.
 */
export async function createClient(
  session: Session,
  platform: Platform,
): Promise<Result<Client, StorageError>> {
  try {
    const db = await openDatabase(session.userId);
    const now = (): Date => new Date();
    const catalogThread = new Worker(new URL('../workers/catalog.worker.ts', import.meta.url), {
      type: 'module',
    });
    const catalog = wrap<CatalogWorker>(catalogThread);
    // Not waited for: messages keep their order, and a worker that does not load must not keep the app from opening.
    void catalog.start(session.userId);
    const proposals = createProposalService();
    const { stop, ...sync } = startSync(session, db);
    return ok({
      session,
      db,
      mutate: (name, args) => mutate(db, session, now, name, args),
      nextQuoteNumber: () => nextQuoteNumber(db),
      attention: {
        resubmit: (id, editedArgs) => resubmit(db, session, now, id, editedArgs),
        discard: (id) => discard(db, now, id),
      },
      catalog,
      proposals,
      sync,
      platform,
      close: () => {
        stop();
        catalogThread.terminate();
        proposals.stop();
        db.close();
      },
    });
  } catch (thrown) {
    return err(toStorageError(thrown));
  }
}
