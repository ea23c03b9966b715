import { keyText, type RecordKey } from '#shared/domain/records';
import type { Role } from '#shared/domain/partner/partner';
import { err, ok, type Result } from '#shared/lib/result';
import { newId } from '#shared/lib/ids';
import { sawNow } from '#shared/mutations/guarded-edit';
import { findMutation } from '#shared/mutations/registry';
import type { Rejection } from '#shared/mutations/rejection';
import { runMutation } from '#shared/mutations/run-mutation';
import type { ClientDatabase } from './database';
import { getMeta, setMeta } from './meta';
import type { OutboxRow } from './rows';
import { toStorageError, type StorageError } from './storage-error';
import { WorkingSet } from './working-set';

export type MutateError = Rejection | StorageError;

/** This device's clock. It orders nothing (SY-11). */
export type Clock = () => Date;

/** In whose name mutations are made here. */
export interface Author {
  readonly userId: string;
  readonly partnerId: string;
  readonly role: Role;
}

/** The records a mutation reads and may write. Arguments that don't parse touch nothing: running the mutation says why. */
export function touchedBy(name: string, args: unknown): readonly RecordKey[] {
  const mutation = findMutation(name);
  const parsed = mutation?.args.safeParse(args);
  return mutation && parsed?.success ? mutation.touches(parsed.data) : [];
}

/**
 * Inside a transaction over records, outbox and meta: applies the mutation to what the person sees and puts it into the outbox
 * (SY-2). A refusal stores nothing.
 */
export async function capture(
  db: ClientDatabase,
  author: Author,
  now: Clock,
  name: string,
  args: unknown,
): Promise<Result<OutboxRow, Rejection>> {
  const touches = touchedBy(name, args);
  const records = new WorkingSet(db);
  await records.load(touches);
  const capturedAt = now().toISOString();
  const editId = newId();
  const mutation = findMutation(name);
  const parsed = mutation?.args.safeParse(args);
  const guarded = parsed?.success ? (mutation?.guards?.(parsed.data) ?? []) : [];
  const saw = sawNow(guarded, records.reader());
  const result = runMutation(name, args, records.reader(), { ...author, capturedAt, editId, saw });
  if (!result.ok) return result;

  const clientId = await getMeta(db, 'clientId');
  if (!mutation || clientId === undefined) throw new Error('the database has no client id');
  const seq = ((await getMeta(db, 'lastSeq')) ?? 0) + 1;
  const entry: OutboxRow = {
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
    touches: touches.map(keyText),
  };
  records.writeOptimistic(seq, result.value);
  await records.store();
  await db.outbox.add(entry);
  await setMeta(db, 'lastSeq', seq);
  return ok(entry);
}

/**
 * SY-2: stores a mutation's optimistic result and its outbox entry in one transaction. Resolves when both are stored; on any
 * failure neither is. IndexedDB runs transactions over the same tables one at a time and in the order they were asked for, in
 * all windows, so this door is serial.
 */
export async function mutate(
  db: ClientDatabase,
  author: Author,
  now: Clock,
  name: string,
  args: unknown,
): Promise<Result<void, MutateError>> {
  try {
    const result = await db.transaction('rw', [db.records, db.outbox, db.meta], () =>
      capture(db, author, now, name, args),
    );
    return result.ok ? ok(undefined) : result;
  } catch (thrown) {
    return err(toStorageError(thrown));
  }
}
