import { createStore } from 'zustand/vanilla';
import { err, ok, type Result } from '#shared/lib/result';
import type { Session } from '#shared/protocol/session';
import type { ClientDatabase } from '../db/database';
import { openDatabase } from '../db/open-database';
import { toOpenError, type OpenError, type StorageError } from '../db/storage-error';
import { noJournal } from '../journal/create-journal';
import type { Journal } from '../journal/journal';
import { reconcile } from '../journal/reconcile';
import { watchSettled } from '../journal/watch-settled';
import type { Platform } from '../platform/platform';
import { shareReadOnly } from './read-only';
import type { Storage, StorageState } from './storage-state';

export interface OpenStore {
  readonly db: ClientDatabase;
  readonly journal: Journal;
  readonly storage: Storage;
  close(): void;
}

/**
 * SY-2: room on the disk first, since a store opened on a full disk may come back empty; then the store, the journal, and what one has and the
 * other has not. Without room, or where the journal cannot be written, everything is shown and nothing is written.
 */
export async function openStore(session: Session, platform: Platform): Promise<Result<OpenStore, OpenError>> {
  const room = await platform.checkSpace();
  const storage = createStore<StorageState>(() => ({
    readOnly: room === 'low' ? { type: 'low-space' } : null,
    secondCopy: true,
  }));
  let db: ClientDatabase;
  try {
    db = await openDatabase(session.userId, { writable: room === 'enough' });
  } catch (thrown) {
    const error = toOpenError(thrown);
    // On a full disk a store that is whole may not open: nobody is to be offered a new one for it.
    return err(room === 'low' && error.type === 'store-damaged' ? { type: 'disk-full' } : error);
  }
  const readOnlyFor = (error: StorageError): void =>
    storage.setState({
      readOnly:
        error.type === 'disk-full'
          ? { type: 'low-space' }
          : { type: 'journal-failed', message: error.message },
    });

  if (room === 'low') return ok({ db, journal: noJournal, storage, close: () => db.close() });
  const compareNow = async (journal: Journal): Promise<void> => {
    const compared = await reconcile(db, session, journal);
    if (!compared.ok) readOnlyFor(compared.error);
  };
  let journalNow: Journal | null = null;
  const opened = await oneAtATime(`journal ${db.name}`, async () => {
    const result = await platform.openJournal(session.userId, () => {
      if (journalNow) void compareNow(journalNow);
    });
    if (result.ok) await compareNow((journalNow = result.value));
    return result;
  });
  if (!opened.ok) {
    if (opened.error.type === 'journal-too-new') {
      db.close();
      return err({ type: 'store-too-new' });
    }
    readOnlyFor(opened.error);
    return ok({ db, journal: noJournal, storage, close: () => db.close() });
  }
  const journal = opened.value;
  storage.setState({ secondCopy: journal.keeps });
  const unwatch = watchSettled(db, journal, () => undefined);
  const unshare = shareReadOnly(session.userId, storage);
  // What is settled is said again at the next start; on a full disk nothing is worth a write.
  storage.subscribe(({ readOnly }) => {
    if (readOnly) unwatch();
  });
  return ok({
    db,
    journal,
    storage,
    close: () => {
      unshare();
      unwatch();
      db.close();
      void journal.close();
    },
  });
}

/**
 * New work in a store that forgot some takes the places of what it forgot: no window writes before the one that took the journal over has
 * compared. Where there are no Web Locks there is no journal in a browser, and the desktop host has one window.
 */
const oneAtATime = async <T>(name: string, work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request(name, work) : work();
