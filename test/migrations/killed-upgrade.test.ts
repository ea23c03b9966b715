import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { allMigrations } from '../../renderer/db/migrations/all-migrations';
import { openDatabase } from '../../renderer/db/open-database';
import { freezeDatabase } from './freeze-database';
import { readFrozen, restoreFrozen, type FrozenDatabase } from './frozen-database';

class Killed extends Error {
  override readonly name = 'Killed';
}

/** The process dies at this step of an upgrade (a table or an index made, a row written); IndexedDB takes the transaction back. */
class Process {
  taken = 0;

  constructor(readonly diesAt = Number.POSITIVE_INFINITY) {}

  step(transaction: IDBTransaction): void {
    this.taken += 1;
    if (this.taken < this.diesAt) return;
    // Once dead it does nothing more; ending the transaction again is what a dead process would not do either.
    if (this.taken === this.diesAt) transaction.abort();
    throw new Killed();
  }
}

/** `disk` for one process: works on IndexedDB's own objects, below Dexie. */
function openedBy(process: Process, disk: IDBFactory): IDBFactory {
  return {
    open: (name, version) => {
      const request = version === undefined ? disk.open(name) : disk.open(name, version);
      request.addEventListener('upgradeneeded', () => {
        if (request.transaction) tapSchema(request.result, request.transaction, process);
      });
      request.addEventListener('success', () => tapWrites(request.result, process));
      return request;
    },
    deleteDatabase: (name) => disk.deleteDatabase(name),
    databases: () => disk.databases(),
    cmp: (first, second) => disk.cmp(first, second),
  };
}

function tapSchema(db: IDBDatabase, transaction: IDBTransaction, process: Process): void {
  const create = db.createObjectStore.bind(db);
  db.createObjectStore = (...asked) => {
    process.step(transaction);
    return tapStore(create(...asked), transaction, process);
  };
  tapStores(transaction, process);
}

/** What opening writes after the upgrade, in transactions of its own. */
function tapWrites(db: IDBDatabase, process: Process): void {
  const begin = db.transaction.bind(db);
  db.transaction = (...asked: Parameters<IDBDatabase['transaction']>) => {
    const transaction = begin(...asked);
    tapStores(transaction, process);
    return transaction;
  };
}

function tapStores(transaction: IDBTransaction, process: Process): void {
  const tapped = new WeakSet<IDBObjectStore>();
  const find = transaction.objectStore.bind(transaction);
  transaction.objectStore = (name) => {
    const store = find(name);
    if (tapped.has(store)) return store;
    tapped.add(store);
    return tapStore(store, transaction, process);
  };
}

function tapStore(store: IDBObjectStore, transaction: IDBTransaction, process: Process): IDBObjectStore {
  const [createIndex, put] = [store.createIndex.bind(store), store.put.bind(store)];
  store.createIndex = (name: string, path: string | string[], options?: IDBIndexParameters) => {
    process.step(transaction);
    return createIndex(name, path as string, options);
  };
  store.put = (value: unknown, key?: IDBValidKey) => {
    process.step(transaction);
    return key === undefined ? put(value) : put(value, key);
  };
  return store;
}

/** Starts the app on that disk; false if it did not live to use the database. */
async function starts(frozen: FrozenDatabase, disk: IDBFactory, process = new Process()): Promise<boolean> {
  const options = { indexedDB: openedBy(process, disk), IDBKeyRange };
  try {
    (await openDatabase(frozen.session.userId, { random: () => 0.5, options })).close();
    return true;
  } catch (thrown) {
    if (process.taken < process.diesAt) throw thrown;
    return false;
  }
}

/** Without the names given at random: to each piece of work that had none, and to the store. */
function comparable({ version, tables }: Awaited<ReturnType<typeof freezeDatabase>>, names: FrozenDatabase) {
  const had = new Set(JSON.stringify(names.tables).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g));
  const text = JSON.stringify({ version, tables });
  return JSON.parse(
    text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => (had.has(id) ? id : 'new')),
  ) as object;
}

/** Dexie multiplies versions by ten. */
const latest = (allMigrations.at(-1)?.version ?? 0) * 10;

describe.each([
  ['0.2', readFrozen('v1/pending-work.json')],
  ['0.3', readFrozen('v2/pending-work.json')],
])('SY-10 an upgrade from %s that is killed', (_app, frozen) => {
  const restored = async (): Promise<IDBFactory> => {
    const disk = new IDBFactory();
    await restoreFrozen(frozen, disk);
    return disk;
  };

  it('at any step leaves the old store or the new one, whole, and the next start ends where one without a kill does', async () => {
    const [undisturbed, alive] = [await restored(), new Process()];
    const before = await freezeDatabase(frozen.name, undisturbed);
    expect(await starts(frozen, undisturbed, alive)).toBe(true);
    expect(alive.taken).toBeGreaterThan(4);
    const wanted = comparable(await freezeDatabase(frozen.name, undisturbed), frozen);
    expect(wanted).toMatchObject({ version: latest });

    for (let diesAt = 1; diesAt <= alive.taken; diesAt += 1) {
      const disk = await restored();
      expect(await starts(frozen, disk, new Process(diesAt))).toBe(false);
      const between = await freezeDatabase(frozen.name, disk);
      // What is written after the upgrade is written by a transaction of its own.
      expect(between.version === latest ? before : between).toEqual(before);
      expect(await starts(frozen, disk)).toBe(true);
      expect(comparable(await freezeDatabase(frozen.name, disk), frozen)).toEqual(wanted);
    }
  });

  it('again and again, a step later each time, loses nothing either', async () => {
    const disk = await restored();
    let diesAt = 1;
    while (!(await starts(frozen, disk, new Process(diesAt)))) diesAt += 1;
    expect(diesAt).toBeGreaterThan(4);
    const { tables } = await freezeDatabase(frozen.name, disk);
    for (const [table, { rows }] of Object.entries(frozen.tables))
      expect(tables[table]?.rows.length).toBeGreaterThanOrEqual(rows.length);
  });

  it('a store that has every step is not upgraded again', async () => {
    const disk = await restored();
    expect(await starts(frozen, disk)).toBe(true);
    const once = await freezeDatabase(frozen.name, disk);
    const again = new Process();
    expect(await starts(frozen, disk, again)).toBe(true);
    expect(again.taken).toBe(0);
    expect(await freezeDatabase(frozen.name, disk)).toEqual(once);
  });
});
