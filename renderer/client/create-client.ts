import { wrap, type Remote } from 'comlink';
import { err, ok, type Result } from '#shared/lib/result';
import type { Session } from '#shared/protocol/session';
import { mutate } from '../db/mutate';
import { openDatabase } from '../db/open-database';
import { toStorageError, type StorageError } from '../db/storage-error';
import type { Platform } from '../platform/platform';
import { discard, resubmit } from '../sync/resolve-attention';
import type { CatalogWorker } from './catalog-worker';
import type { Client, ProposalService } from './client';
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
    await catalog.start(session.userId);
    const proposals = startProposals();
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
      proposals: proposals.service,
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

/** The proposal worker and its fonts are loaded when the first PDF is wanted. */
function startProposals(): { readonly service: ProposalService; readonly stop: () => void } {
  let started: { readonly thread: Worker; readonly remote: Remote<ProposalService> } | null = null;
  const start = () => {
    const thread = new Worker(new URL('../workers/proposal.worker.ts', import.meta.url), { type: 'module' });
    return { thread, remote: wrap<ProposalService>(thread) };
  };
  return {
    service: {
      makePdf: async (input) => {
        try {
          started ??= start();
          return await started.remote.makePdf(input);
        } catch (thrown) {
          return err({ type: 'failed', message: thrown instanceof Error ? thrown.message : String(thrown) });
        }
      },
    },
    stop: () => started?.thread.terminate(),
  };
}
