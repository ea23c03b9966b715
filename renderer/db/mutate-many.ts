import { Dexie } from 'dexie';
import { err, ok, type Result } from '#shared/lib/result';
import type { ArgsOf, MutationName } from '#shared/mutations/registry';
import type { Rejection } from '#shared/mutations/rejection';
import type { Journal, JournalEntry } from '../journal/journal';
import type { ClientDatabase } from './database';
import { journaled } from './journaled';
import {
  applyCaptured,
  journalEntry,
  readCounters,
  tooLarge,
  touchedBy,
  writeCounters,
  type Author,
  type Clock,
  type ReadOnlyError,
} from './mutate';
import type { OutboxRow } from './rows';
import { toStorageError, type StorageError } from './storage-error';
import { WorkingSet } from './working-set';

/** A mutation with its arguments, of any name. */
export type NamedMutation = {
  [N in MutationName]: { readonly name: N; readonly args: ArgsOf<N> };
}[MutationName];

/** What became of each, in the order they were given. */
export type ManyResults = readonly Result<void, Rejection>[];

export type ManyError = StorageError | ReadOnlyError;

/**
 * SY-2: as `mutate`, for many at once: one transaction and one flush of the journal for all. Each is its own piece of work in the outbox; one that is
 * refused leaves nothing behind and the others are stored. On an error of the store none of them is.
 */
export async function mutateMany(
  db: ClientDatabase,
  author: Author,
  now: Clock,
  journal: Journal,
  mutations: readonly NamedMutation[],
): Promise<Result<ManyResults, StorageError>> {
  try {
    const tables = [db.records, db.outbox, db.meta];
    const results = await journaled(db, journal, tables, (captured) =>
      captureMany(db, author, now, captured, mutations),
    );
    return ok(results);
  } catch (thrown) {
    return err(toStorageError(thrown));
  }
}

async function captureMany(
  db: ClientDatabase,
  author: Author,
  now: Clock,
  captured: JournalEntry[],
  mutations: readonly NamedMutation[],
): Promise<ManyResults> {
  const records = new WorkingSet(db);
  await records.load(mutations.flatMap(({ name, args }) => touchedBy(name, args)));
  let counters = await readCounters(db);
  const entries: OutboxRow[] = [];
  const journalEntries: JournalEntry[] = [];
  const capturedAt = now().toISOString();
  const results = mutations.map(({ name, args }): Result<void, Rejection> => {
    const refused = tooLarge(args);
    if (refused) return refused;
    const next = { ...counters, order: counters.order + 1, seq: counters.seq + 1 };
    const entry = applyCaptured(records, author, capturedAt, next, name, args);
    if (!entry.ok) return entry;
    counters = next;
    entries.push(entry.value);
    journalEntries.push(journalEntry(entry.value, next));
    return ok(undefined);
  });
  if (entries.length === 0) return results;
  // As in `capture`: all of it is stored, or nothing.
  if (!Dexie.currentTransaction) throw new Error('the transaction was left');
  await records.store();
  await db.outbox.bulkAdd(entries);
  await writeCounters(db, counters);
  captured.push(...journalEntries);
  return results;
}
