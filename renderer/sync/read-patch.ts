import { recordSchemas, type RecordOf, type RecordType } from '#shared/domain/records';
import type { RecordChange } from '#shared/protocol/pull';
import { unknownKey } from '#shared/protocol/unknown-key';
import type { ClientDatabase } from '../db/database';
import { getMeta, setMeta } from '../db/meta';
import type { AsideRow } from '../db/rows';

export interface PatchRow {
  readonly type: RecordType;
  readonly id: string;
  readonly version: number;
  /** null: deleted on the server. */
  readonly record: RecordOf<RecordType> | null;
}

/**
 * SY-10: a patch as this version of the app reads it. `aside` is what it cannot read, or not in whole: record types and fields that came with a
 * later version. They are kept as they came, for the version that can.
 */
export interface ReadPatch {
  readonly rows: readonly PatchRow[];
  readonly aside: readonly AsideRow[];
}

export function readPatch(changes: readonly (RecordChange | AsideRow)[]): ReadPatch {
  const rows: PatchRow[] = [];
  const aside: AsideRow[] = [];
  for (const { type, id, version, record } of changes) {
    if (!isRecordType(type)) {
      if (isThere(record)) aside.push({ type, id, version, record });
    } else if (!isThere(record)) rows.push({ type, id, version, record: null });
    else {
      const parsed = recordSchemas[type].safeParse(record);
      if (parsed.success) rows.push({ type, id, version, record: parsed.data });
      if (!parsed.success || unknownKey(record, parsed.data)) aside.push({ type, id, version, record });
    }
  }
  return { rows, aside };
}

/**
 * Inside the pull's transaction: brings what is aside up to date with the patch, and gives the patch with what this version of the app, new on
 * the device, reads of the records set aside by the one before it. `complete`: the patch is all there is.
 */
export async function takeUpAside(
  db: ClientDatabase,
  appVersion: string,
  changes: readonly RecordChange[],
  complete: boolean,
): Promise<ReadPatch> {
  const patch = readPatch(changes);
  if (complete) await db.aside.clear();
  else await db.aside.bulkDelete(changes.map(({ type, id }) => [type, id]));
  const kept = (await getMeta(db, 'asideReadBy')) === appVersion ? [] : await db.aside.toArray();
  const again = readPatch(kept);
  const stillAside = new Set(again.aside.map(keyOf));
  await db.aside.bulkDelete(
    kept.filter((row) => !stillAside.has(keyOf(row))).map(({ type, id }) => [type, id]),
  );
  await db.aside.bulkPut([...patch.aside]);
  await setMeta(db, 'asideReadBy', appVersion);
  return { rows: [...again.rows, ...patch.rows], aside: [...again.aside, ...patch.aside] };
}

const isRecordType = (type: string): type is RecordType => Object.hasOwn(recordSchemas, type);
const isThere = (record: unknown): boolean => record !== null && record !== undefined;
const keyOf = ({ type, id }: AsideRow): string => `${type}:${id}`;
