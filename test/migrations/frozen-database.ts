import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MemoryDisk } from '#shared/journal/memory-folder.test-kit';
import { sessionSchema, type Session } from '#shared/protocol/session';

/** A device's database as a released version of the app left it: IndexedDB's own words, without any of our code. Bytes are `{ $bytes: base64 }`. */
export interface FrozenDatabase {
  /** The version of the app that wrote it. */
  readonly app: string;
  /** The day it was made, for servers and devices that open it. */
  readonly madeOn: string;
  readonly session: Session;
  readonly name: string;
  /** IndexedDB's version. */
  readonly version: number;
  readonly tables: Readonly<Record<string, FrozenTable>>;
  /** What the server of that time was sent until then, in order, by this device and by another of the same person. */
  readonly pushed: readonly { readonly clientId: string; readonly mutations: readonly unknown[] }[];
  /** In which words; absent: version 1. */
  readonly protocolVersion?: number;
  /** The journal's segments beside the database; absent: of a version before it had one. */
  readonly journal?: readonly FrozenJournal[];
}

export interface FrozenJournal {
  readonly segment: string;
  /** The file's length: zeros follow what was written. */
  readonly bytes: number;
  readonly written: string;
}

export interface FrozenTable {
  readonly keyPath: string | string[];
  readonly indexes: readonly {
    readonly name: string;
    readonly keyPath: string | string[];
    readonly unique: boolean;
    readonly multiEntry: boolean;
  }[];
  readonly rows: readonly unknown[];
}

export function readFrozen(file: string): FrozenDatabase {
  const frozen = JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as FrozenDatabase;
  return { ...frozen, session: sessionSchema.parse(frozen.session) };
}

/** Puts the journal back on a device's disk. */
export function restoreJournal({ journal = [] }: FrozenDatabase, disk: MemoryDisk): void {
  for (const { segment, bytes: length, written } of journal) {
    const bytes = new Uint8Array(length);
    bytes.set(Buffer.from(written, 'base64'));
    disk.files.set(segment, { bytes, flushed: bytes.slice() });
  }
}

/** Puts the database back, rows and indexes. Stands alone, so that it can also be sent into a browser's page. */
export async function restoreFrozen(
  { name, version, tables }: Pick<FrozenDatabase, 'name' | 'version' | 'tables'>,
  factory: IDBFactory = indexedDB,
): Promise<void> {
  const thaw = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(thaw);
    if (typeof value !== 'object' || value === null) return value;
    if ('$bytes' in value)
      return Uint8Array.from(atob(String(value.$bytes)), (letter) => letter.codePointAt(0) ?? 0);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, thaw(inner)]));
  };
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = factory.open(name, version);
    request.addEventListener('upgradeneeded', () => {
      for (const [table, { keyPath, indexes, rows }] of Object.entries(tables)) {
        const store = request.result.createObjectStore(table, { keyPath });
        for (const index of indexes) store.createIndex(index.name, index.keyPath, index);
        for (const row of rows) store.put(thaw(row));
      }
    });
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
    request.addEventListener('blocked', () => reject(new Error('the database is open elsewhere')));
  });
  db.close();
}
