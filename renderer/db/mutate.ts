import { Dexie } from 'dexie';
import { keyText, type RecordKey } from '#shared/domain/records';
import type { Role } from '#shared/domain/partner/partner';
import { err, ok, type Result } from '#shared/lib/result';
import { newId } from '#shared/lib/ids';
import { sawNow } from '#shared/mutations/guarded-edit';
import { findMutation } from '#shared/mutations/registry';
import { refuse, type Rejection } from '#shared/mutations/rejection';
import { runMutation } from '#shared/mutations/run-mutation';
import type { Journal, JournalEntry } from '../journal/journal';
import type { ClientDatabase } from './database';
import { journaled, type Captured } from './journaled';
import { getMeta, setMeta } from './meta';
import type { OutboxRow } from './rows';
import { toStorageError, type StorageError } from './storage-error';
import { WorkingSet } from './working-set';

/** SY-2: too little room was left when the app opened; until there is more, nothing is written. */
export interface ReadOnlyError {
  readonly type: 'read-only';
}

export type MutateError = Rejection | StorageError | ReadOnlyError;

/** This device's clock. It orders nothing (SY-11). */
export type Clock = () => Date;

/** In whose name mutations are made here. */
export interface Author {
  readonly userId: string;
  readonly partnerId: string;
  readonly role: Role;
}

/** Half of what the server takes in one request: what is captured can always be sent, and the queue never sticks at it. */
const maxArgsBytes = 8 * 1024 * 1024;

/** The records a mutation reads and may write. Arguments that don't parse touch nothing: running the mutation says why. */
export function touchedBy(name: string, args: unknown): readonly RecordKey[] {
  const mutation = findMutation(name);
  const parsed = mutation?.args.safeParse(args);
  return mutation && parsed?.success ? mutation.touches(parsed.data) : [];
}

/** Where this store's counting stands; the next piece of work has the numbers after these. */
export interface Counters {
  readonly clientId: string;
  readonly storeId: string;
  readonly order: number;
  readonly seq: number;
}

export async function readCounters(db: ClientDatabase): Promise<Counters> {
  const clientId = await getMeta(db, 'clientId');
  const storeId = await getMeta(db, 'storeId');
  if (clientId === undefined || storeId === undefined) throw new Error('the database has no client id');
  const order = (await getMeta(db, 'journalOrder')) ?? 0;
  return { clientId, storeId, order, seq: (await getMeta(db, 'lastSeq')) ?? 0 };
}

export async function writeCounters(db: ClientDatabase, { order, seq }: Counters): Promise<void> {
  await setMeta(db, 'lastSeq', seq);
  await setMeta(db, 'journalOrder', order);
}

/** Applies a mutation to rows in memory, which are those it touches, and makes its outbox entry under the numbers given. A refusal changes nothing. */
export function applyCaptured(
  records: WorkingSet,
  author: Author,
  capturedAt: string,
  { clientId, seq }: Counters,
  name: string,
  args: unknown,
): Result<OutboxRow, Rejection> {
  const mutation = findMutation(name);
  const parsed = mutation?.args.safeParse(args);
  const editId = newId();
  const guarded = parsed?.success ? (mutation?.guards?.(parsed.data) ?? []) : [];
  const saw = sawNow(guarded, records.reader());
  const result = runMutation(name, args, records.reader(), { ...author, capturedAt, editId, saw });
  if (!result.ok) return result;
  if (!mutation) throw new Error(`there is no mutation ${name}`);
  records.writeOptimistic(seq, result.value);
  return ok({
    seq,
    clientId,
    name,
    args,
    schemaVersion: mutation.schemaVersion,
    businessId: mutation.businessId?.(mutation.args.parse(args)) ?? null,
    editId,
    saw,
    capturedAt,
    state: 'waiting',
    touches: touchedBy(name, args).map(keyText),
  });
}

/** SY-4: what is captured can always be sent. */
export function tooLarge(args: unknown): Result<never, Rejection> | null {
  const bytes = new TextEncoder().encode(JSON.stringify(args) ?? '').length;
  return bytes > maxArgsBytes ? refuse({ type: 'too-large', bytes, limit: maxArgsBytes }) : null;
}

/**
 * Inside a transaction over records, outbox and meta: applies the mutation to what the person sees, puts it into the outbox and notes it
 * for the journal, which `journaled` writes before the transaction may commit (SY-2). A refusal stores nothing.
 */
export async function capture(
  db: ClientDatabase,
  author: Author,
  now: Clock,
  captured: Captured,
  name: string,
  args: unknown,
): Promise<Result<OutboxRow, Rejection>> {
  const refused = tooLarge(args);
  if (refused) return refused;
  const records = new WorkingSet(db);
  await records.load(touchedBy(name, args));
  const last = await readCounters(db);
  const counters = { ...last, order: last.order + 1, seq: last.seq + 1 };
  const entry = applyCaptured(records, author, now().toISOString(), counters, name, args);
  if (!entry.ok) return entry;
  // Dexie loses its place in a transaction where awaits lie too deep; the three must not be stored apart.
  if (!Dexie.currentTransaction) throw new Error('the transaction was left');
  await records.store();
  await db.outbox.add(entry.value);
  await writeCounters(db, counters);
  captured.push(journalEntry(entry.value, counters));
  return entry;
}

export const journalEntry = (
  { editId, name, args, schemaVersion, businessId, capturedAt, saw }: Omit<JournalEntry, 'storeId' | 'order'>,
  { storeId, order }: Pick<JournalEntry, 'storeId' | 'order'>,
): JournalEntry => ({ editId, name, args, schemaVersion, businessId, capturedAt, saw, storeId, order });

/**
 * SY-2: stores a mutation's optimistic result and its outbox entry in one transaction, and its journal entry with them. Resolves when all
 * are on the disk; on any failure none of them is. IndexedDB runs transactions over the same tables one at a time and in the order they
 * were asked for, in all windows, so this door is serial.
 */
export async function mutate(
  db: ClientDatabase,
  author: Author,
  now: Clock,
  journal: Journal,
  name: string,
  args: unknown,
): Promise<Result<void, MutateError>> {
  try {
    const tables = [db.records, db.outbox, db.meta];
    const result = await journaled(db, journal, tables, (captured) =>
      capture(db, author, now, captured, name, args),
    );
    return result.ok ? ok(undefined) : result;
  } catch (thrown) {
    return err(toStorageError(thrown));
  }
}
