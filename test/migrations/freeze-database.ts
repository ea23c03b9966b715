import type { MemoryDisk } from '#shared/journal/memory-folder.test-kit';
import type { FrozenJournal, FrozenTable } from './frozen-database';

/** A database as it is, in IndexedDB's own words, so that it can be put back without any of our code. The opposite of `restoreFrozen`. */
export async function freezeDatabase(
  name: string,
  factory: IDBFactory,
): Promise<{ name: string; version: number; tables: Record<string, FrozenTable> }> {
  const db = await answerOf(factory.open(name));
  const tables: Record<string, FrozenTable> = {};
  for (const table of [...db.objectStoreNames].toSorted()) {
    const store = db.transaction(table).objectStore(table);
    const indexes = [...store.indexNames].toSorted().map((index) => {
      const { keyPath, unique, multiEntry } = store.index(index);
      return { name: index, keyPath, unique, multiEntry };
    });
    const { keyPath } = store;
    tables[table] = { keyPath: keyPath ?? [], indexes, rows: (await answerOf(store.getAll())).map(freeze) };
  }
  const { version } = db;
  db.close();
  return { name, version, tables };
}

/** The journal's segments as they are on the disk; room that was set aside and not written is only counted. */
export function freezeJournal(disk: MemoryDisk): FrozenJournal[] {
  return [...disk.files].map(([segment, { flushed }]) => {
    const end = flushed.findLastIndex((byte) => byte !== 0) + 1;
    return { segment, bytes: flushed.length, written: base64(flushed.subarray(0, end)) };
  });
}

function freeze(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(freeze);
  if (value instanceof Uint8Array) return { $bytes: base64(value) };
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, freeze(inner)]));
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no answer')));
  });
