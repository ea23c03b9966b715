import { recordSchemas, type RecordOf, type RecordType } from '#shared/domain/records';
import { runMutation } from '#shared/mutations/run-mutation';
import type { RecordChange } from '#shared/protocol/pull';
import type { ClientDatabase } from '../db/database';
import { touchedBy, type Author } from '../db/mutate';
import type { AsideRow, OutboxRow, RecordRow } from '../db/rows';
import { WorkingSet } from '../db/working-set';

/** A patch as this version of the app reads it; what it cannot read is kept aside, never dropped (SY-10). */
export interface ReadPatch {
  readonly rows: readonly {
    readonly type: RecordType;
    readonly id: string;
    readonly version: number;
    /** null: deleted on the server. */
    readonly record: RecordOf<RecordType> | null;
  }[];
  readonly aside: readonly AsideRow[];
}

export function readPatch(changes: readonly RecordChange[]): ReadPatch {
  const rows: ReadPatch['rows'][number][] = [];
  const aside: AsideRow[] = [];
  for (const { type, id, version, record } of changes) {
    if (record === null || record === undefined) {
      rows.push({ type, id, version, record: null });
      continue;
    }
    const parsed = recordSchemas[type].safeParse(record);
    if (parsed.success) rows.push({ type, id, version, record: parsed.data });
    else aside.push({ type, id, version, record });
  }
  return { rows, aside };
}

/**
 * SY-5, inside the transaction that also stores the cookie: back to the server's records, the patch over them, then the pending
 * mutations again in their order. A mutation that no longer applies stays in the outbox, without effect here: the server has the
 * last word on it. `complete`: the patch is all there is, so records it does not name are gone.
 */
export async function rebase(
  db: ClientDatabase,
  author: Author,
  patch: ReadPatch,
  pending: readonly OutboxRow[],
  complete: boolean,
): Promise<WorkingSet> {
  const records = new WorkingSet(db);
  const before = complete
    ? await db.records.toArray()
    : await db.records.where('pending').above(0).distinct().toArray();
  records.adopt(before);
  await records.load([...patch.rows, ...pending.flatMap(({ name, args }) => touchedBy(name, args))]);

  for (const row of before) if (row.pending.length > 0) records.set(toServerRow(row));
  if (complete) for (const row of before) records.set({ ...toServerRow(row), value: null, serverVersion: 0 });
  for (const { type, id, version, record } of patch.rows) {
    if (version < (records.row({ type, id })?.serverVersion ?? 0)) continue;
    records.set({ type, id, value: record, serverVersion: version, pending: [] });
  }
  for (const { seq, name, args, capturedAt, editId, saw } of pending) {
    const context = { ...author, capturedAt, editId, saw };
    const result = runMutation(name, args, records.reader(), context);
    if (result.ok) records.writeOptimistic(seq, result.value);
  }
  await records.store();
  return records;
}

const toServerRow = ({ type, id, shadow, value, pending, serverVersion }: RecordRow): RecordRow => ({
  type,
  id,
  value: pending.length > 0 ? (shadow ?? null) : value,
  serverVersion,
  pending: [],
});
