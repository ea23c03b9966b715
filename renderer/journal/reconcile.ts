import { Dexie } from 'dexie';
import { keyText } from '#shared/domain/records';
import { err, ok, type Result } from '#shared/lib/result';
import { runMutation } from '#shared/mutations/run-mutation';
import type { ClientDatabase } from '../db/database';
import { journalWriter } from '../db/journaled';
import { getMeta, setMeta } from '../db/meta';
import { journalEntry, touchedBy, type Author } from '../db/mutate';
import type { OutboxRow } from '../db/rows';
import { toStorageError, type StorageError } from '../db/storage-error';
import { WorkingSet } from '../db/working-set';
import type { Journal, JournalContents, JournalEntry } from './journal';
import { placeIn, readStore, standing, type StoreView } from './standing';

/** What the person is told about the start at which store and journal did not tell the same story. */
export interface Recovery {
  /** Pieces of work that the store did not have any more. */
  readonly restored: number;
  /** The store as a whole was gone: what is not in the journal comes from the server. */
  readonly storeLost: boolean;
  /** Bytes of the journal that cannot be read. */
  readonly damagedBytes: number;
}

/**
 * SY-2, at the start and when a window's journal is taken over: what the journal has and the store does not know goes back into the outbox, at
 * its end, under its own `editId`, and is seen at once where it applies; what the store has and the journal lacks is journaled; what is done
 * is settled. All in one transaction, together with what the person will be told. null: nothing to tell.
 */
export async function reconcile(
  db: ClientDatabase,
  author: Author,
  journal: Journal,
): Promise<Result<Recovery | null, StorageError>> {
  const contents = await journal.read();
  if (!contents.ok) return contents;
  try {
    const tables = [db.records, db.outbox, db.attention, db.meta];
    const { write, givenUp } = journalWriter(journal);
    const compared = db.transaction('rw', tables, async () => {
      const store = await readStore(db);
      const before = await getMeta(db, 'recovery');
      const done = compare(store, contents.value, journal.keeps);
      await restore(db, author, done.missing);
      const told = merge(before, recoveryOf(store, contents.value, done.missing));
      if (told) await setMeta(db, 'recovery', told);
      await setMeta(db, 'journalOrder', done.lastOrder);
      // Not to be rolled into the store if the journal cannot take it.
      if (done.toJournal.length > 0) await write(done.toJournal);
      return { settled: done.settled, recovery: told };
    });
    const { settled, recovery } = await Promise.race([compared, givenUp]);
    await journal.settle(settled);
    return ok(recovery);
  } catch (thrown) {
    return err(toStorageError(thrown));
  }
}

interface Comparison {
  /** To be put back into the outbox, oldest first. */
  readonly missing: readonly JournalEntry[];
  readonly settled: readonly string[];
  /** Work the journal lacks, or has under the name of a store that is gone. */
  readonly toJournal: readonly JournalEntry[];
  readonly lastOrder: number;
}

function compare(store: StoreView, contents: JournalContents, keeps: boolean): Comparison {
  const missing: JournalEntry[] = [];
  const settled: string[] = [];
  const toJournal: JournalEntry[] = [];
  const place = placeIn(store, contents.entries);
  for (const entry of contents.entries) {
    const now = standing(store, entry);
    if (now === 'done') settled.push(entry.editId);
    if (now === 'missing') missing.push(entry);
    // Else it would look lost again once the server has accepted it.
    if (now !== 'done' && entry.storeId !== store.storeId) toJournal.push({ ...entry, ...place.next() });
  }
  const journaled = new Set(contents.entries.map(({ editId }) => editId));
  // Other windows have journaled theirs themselves.
  if (keeps && !contents.others) {
    for (const row of store.pending) {
      if (!journaled.has(row.editId)) toJournal.push(journalEntry(row, place.next()));
    }
  }
  return { missing, settled, toJournal, lastOrder: place.last() };
}

/** Inside the transaction: as new work at the end of the queue. What does not apply to what is here waits for the server's records. */
async function restore(db: ClientDatabase, author: Author, missing: readonly JournalEntry[]): Promise<void> {
  if (missing.length === 0) return;
  const clientId = await getMeta(db, 'clientId');
  if (clientId === undefined) throw new Error('the database has no client id');
  let seq = (await getMeta(db, 'lastSeq')) ?? 0;
  const records = new WorkingSet(db);
  await records.load(missing.flatMap(({ name, args }) => touchedBy(name, args)));
  const rows: OutboxRow[] = [];
  for (const { storeId: _, order: __, args, ...kept } of missing) {
    seq += 1;
    const touches = touchedBy(kept.name, args).map(keyText);
    const row: OutboxRow = { ...kept, args, seq, clientId, state: 'waiting', touches };
    const result = runMutation(row.name, args, records.reader(), { ...author, ...kept });
    if (result.ok) records.writeOptimistic(seq, result.value);
    rows.push(row);
  }
  if (!Dexie.currentTransaction) throw new Error('the transaction was left');
  await records.store();
  await db.outbox.bulkAdd(rows);
  await setMeta(db, 'lastSeq', seq);
}

function recoveryOf(
  { storeId }: StoreView,
  { damagedBytes, tornBytes }: JournalContents,
  missing: readonly JournalEntry[],
): Recovery {
  const storeLost = missing.some((entry) => entry.storeId !== storeId);
  // A torn end is what any power cut leaves; it says something only when the store that would have known better is gone.
  return { restored: missing.length, storeLost, damagedBytes: damagedBytes + (storeLost ? tornBytes : 0) };
}

/** What was not dismissed yet is still to be said. */
function merge(before: Recovery | undefined, now: Recovery): Recovery | null {
  const restored = (before?.restored ?? 0) + now.restored;
  const damagedBytes = (before?.damagedBytes ?? 0) + now.damagedBytes;
  const storeLost = now.storeLost || (before?.storeLost ?? false);
  return restored === 0 && damagedBytes === 0 ? null : { restored, storeLost, damagedBytes };
}
