import { wrap } from 'comlink';
import { err, ok, type Result } from '#shared/lib/result';
import type { Session } from '#shared/protocol/session';
import { mutate } from '../db/mutate';
import { mutateMany } from '../db/mutate-many';
import type { OpenError } from '../db/storage-error';
import type { Platform } from '../platform/platform';
import { discard, resubmit } from '../sync/resolve-attention';
import { createAttachments } from './attachments';
import type { CatalogWorker } from './catalog-worker';
import type { Client } from './client';
import { openStore } from './open-store';
import { createOwnEdits } from './own-edits';
import { createProposalService } from './proposal-service';
import { nextQuoteNumber } from './quote-number';
import { becomeReadOnly } from './read-only';
import { RecordCollections } from './record-collection';
import { restingSync, stoppable } from './resting-sync';
import { startSync } from './start-sync';
import { watchSpace } from './watch-space';

/**
 * Puts the signed-in person's client together: their database and journal, the workers, sync. Works with no network. One at a time; close
 * the one before when somebody else signs in.
 */
export async function createClient(session: Session, platform: Platform): Promise<Result<Client, OpenError>> {
  const opened = await openStore(session, platform);
  if (!opened.ok) return opened;
  const { db, journal, storage } = opened.value;
  const collections = new RecordCollections(db);
  const now = (): Date => new Date();
  const { inOrder } = createOwnEdits();
  const readOnly = err({ type: 'read-only' } as const);
  const writes = (): boolean => storage.getState().readOnly === null;
  const catalogThread = new Worker(new URL('../workers/catalog.worker.ts', import.meta.url), {
    type: 'module',
  });
  const catalog = wrap<CatalogWorker>(catalogThread);
  // Not waited for: messages keep their order, and a worker that does not load must not keep the app from opening.
  catalog.start(session.userId, writes()).catch(() => undefined); // each question gets the reason
  const proposals = createProposalService();
  const { stop, ...sync } = writes() ? stoppable(startSync(session, db), storage) : restingSync();
  const unwatchSpace = watchSpace(platform, storage);
  const heed = async <T, E extends { readonly type: string }>(work: Promise<Result<T, E>>) => {
    const result = await work;
    if (!result.ok && result.error.type === 'disk-full') becomeReadOnly(storage);
    if (!result.ok && result.error.type === 'storage-failed') unwatchSpace.look();
    return result;
  };
  return ok({
    session,
    db,
    collections,
    storage,
    mutate: async (name, args) =>
      writes()
        ? inOrder(name, args, (meant) => heed(mutate(db, session, now, journal, name, meant)))
        : readOnly,
    mutateMany: async (mutations) =>
      writes() ? heed(mutateMany(db, session, now, journal, mutations)) : readOnly,
    nextQuoteNumber: async () => (writes() ? nextQuoteNumber(db) : readOnly),
    attention: {
      resubmit: async (id, editedArgs) =>
        writes() ? heed(resubmit(db, session, now, journal, id, editedArgs)) : readOnly,
      discard: async (id) => (writes() ? heed(discard(db, now, id)) : readOnly),
    },
    attachments: createAttachments({ db, session, now, writes, heed }),
    catalog,
    proposals,
    sync,
    platform,
    close: () => {
      stop();
      collections.close();
      unwatchSpace.stop();
      catalogThread.terminate();
      proposals.stop();
      opened.value.close();
    },
  });
}
