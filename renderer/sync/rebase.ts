import { keyText } from '#shared/domain/records';
import type { Rejection } from '#shared/mutations/rejection';
import { runMutation } from '#shared/mutations/run-mutation';
import type { ClientDatabase } from '../db/database';
import { touchedBy, type Author } from '../db/mutate';
import type { OutboxRow, RecordRow } from '../db/rows';
import { WorkingSet } from '../db/working-set';
import type { ReadPatch } from './read-patch';

/** A mutation without effect, and why. */
export interface Fallen {
  readonly entry: OutboxRow;
  readonly rejection: Rejection;
}

export interface Rebased {
  readonly records: WorkingSet;
  /** As the rows with pending work were before. */
  readonly before: readonly RecordRow[];
  /** Pending mutations that do not apply to what the server has now. They stay in the outbox: the server has the last word on them. */
  readonly fallen: readonly Fallen[];
}

/**
 * SY-5, inside the transaction that also stores the cookie: back to the server's records, the patch over them, then the pending
 * mutations again in their order. `complete`: the patch is all there is, so records it does not name are gone.
 */
export async function rebase(
  db: ClientDatabase,
  author: Author,
  patch: ReadPatch,
  pending: readonly OutboxRow[],
  complete: boolean,
): Promise<Rebased> {
  const records = new WorkingSet(db);
  const before = complete
    ? await db.records.toArray()
    : await db.records.where('pending').above(0).distinct().toArray();
  records.adopt(before);
  await records.load([...patch.rows, ...pending.flatMap(({ name, args }) => touchedBy(name, args))]);

  for (const row of before) if (row.pending.length > 0) records.set(toServerRow(row));
  if (complete) {
    // What the patch names but this app cannot read is there: its last readable state stays in view.
    const unread = new Set(patch.aside.map(({ type, id }) => `${type}:${id}`));
    for (const row of before)
      if (!unread.has(keyText(row))) records.set({ ...toServerRow(row), value: null, serverVersion: 0 });
  }
  for (const { type, id, version, record } of patch.rows) {
    if (version < (records.row({ type, id })?.serverVersion ?? 0)) continue;
    records.set({ type, id, value: record, serverVersion: version, pending: [] });
  }
  const fallen: Fallen[] = [];
  for (const entry of pending) {
    const { seq, name, args, capturedAt, editId, saw } = entry;
    const context = { ...author, capturedAt, editId, saw };
    const result = runMutation(name, args, records.reader(), context);
    if (result.ok) records.writeOptimistic(seq, result.value);
    else fallen.push({ entry, rejection: result.error });
  }
  await records.store();
  return { records, before: before.filter((row) => row.pending.length > 0), fallen };
}

const toServerRow = ({ type, id, shadow, value, pending, serverVersion }: RecordRow): RecordRow => ({
  type,
  id,
  value: pending.length > 0 ? (shadow ?? null) : value,
  serverVersion,
  pending: [],
});
