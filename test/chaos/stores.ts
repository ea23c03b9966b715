import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { ClientDatabase, databaseName } from '../../renderer/db/database';
import { firstTables } from '../../renderer/db/migrations/0001-first-tables';

type Rows = ReadonlyMap<string, readonly object[]>;
/** What databases of a device hold, by the database's name. */
export type StoreCopy = ReadonlyMap<string, Rows>;

export async function copyStore(disk: IDBFactory, userIds: readonly string[]): Promise<StoreCopy> {
  const copy = new Map<string, Rows>();
  for (const userId of userIds) {
    const db = new ClientDatabase(databaseName(userId), { indexedDB: disk, IDBKeyRange });
    await db.open();
    copy.set(db.name, await rowsOf(db));
    db.close();
  }
  return copy;
}

/** A disk with these databases, as this version of the app makes them. */
export async function diskOf(copy: StoreCopy): Promise<IDBFactory> {
  const disk = new IDBFactory();
  for (const [name, rows] of copy) {
    const db = new ClientDatabase(name, { indexedDB: disk, IDBKeyRange });
    await fill(db, rows);
  }
  return disk;
}

/** A disk with these databases as the first release made them: it knew no edit ids and put no versions aside. */
export async function diskOfFirstRelease(copy: StoreCopy): Promise<IDBFactory> {
  const disk = new IDBFactory();
  for (const [name, rows] of copy) {
    const db = new Dexie(name, { indexedDB: disk, IDBKeyRange });
    db.version(firstTables.version).stores({ ...firstTables.stores });
    const known = new Set(Object.keys(firstTables.stores));
    const old = [...rows].filter(([table]) => known.has(table));
    await fill(
      db,
      new Map(old.map(([table, all]) => [table, all.map((row) => asInFirstRelease(table, row))])),
    );
  }
  return disk;
}

function asInFirstRelease(table: string, row: object): object {
  if (table === 'outbox' || table === 'attention') return { ...row, editId: undefined, saw: undefined };
  if (table === 'records' && 'type' in row && row.type === 'quote') {
    const { value, shadow } = row as { value?: object | null; shadow?: object | null };
    return { ...row, value: withoutEdit(value), shadow: withoutEdit(shadow) };
  }
  // SY-17: what a cookie of the first protocol version stands for has gaps.
  if (
    table === 'meta' &&
    'key' in row &&
    row.key === 'cookie' &&
    'value' in row &&
    typeof row.value === 'string'
  ) {
    const cookie = JSON.parse(Buffer.from(row.value, 'base64url').toString('utf8')) as object;
    const older = JSON.stringify({ ...cookie, protocolVersion: undefined });
    return { ...row, value: Buffer.from(older).toString('base64url') };
  }
  return row;
}

const withoutEdit = (quote: object | null | undefined): object | null | undefined => {
  if (!quote) return quote;
  const { lastEdit: _, ...rest } = quote as { lastEdit?: unknown };
  return rest;
};

async function rowsOf(db: Dexie): Promise<Rows> {
  const rows = new Map<string, object[]>();
  for (const table of db.tables) rows.set(table.name, (await table.toArray()) as object[]);
  return rows;
}

async function fill(db: Dexie, rows: Rows): Promise<void> {
  await db.open();
  for (const [table, all] of rows) {
    await db.table(table).bulkAdd(all.map((row) => withoutUndefined(row)));
  }
  db.close();
}

const withoutUndefined = (row: object): object =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
