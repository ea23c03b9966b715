import type { Saw } from '#shared/mutations/mutation';
import type { Result } from '#shared/lib/result';
import type { StorageError } from '../db/storage-error';

/** A piece of work as the journal keeps it: all that is needed to do it again over the server's state, on a store that forgot it. */
export interface JournalEntry {
  readonly editId: string;
  readonly name: string;
  readonly args: unknown;
  readonly schemaVersion: number;
  readonly businessId: string | null;
  readonly capturedAt: string;
  readonly saw: Saw;
}

export interface JournalContents {
  /** Work captured and not known to be settled, in the order it was captured. */
  readonly entries: readonly JournalEntry[];
  /** Bytes behind the longest valid prefix that could not be read: a torn tail, or damage. They are kept aside, not deleted. */
  readonly damagedBytes: number;
}

/**
 * SY-2: what people did, once more, outside IndexedDB, one journal per person. An entry is in it, flushed to the disk, before anybody is told
 * that the work is saved. It is settled when the server accepted it, or when the person gave it up or sent it again otherwise.
 */
export interface Journal {
  /** Resolves when the entry is on the disk. On an error nothing of it counts. */
  append(entry: JournalEntry): Promise<Result<void, StorageError>>;
  /** Takes back an entry whose transaction was given up: it must not come back at the next start. */
  revoke(editId: string): Promise<void>;
  /** These need never be done again. May be lost with the power: to do settled work again is harmless (the server knows its `editId`). */
  settle(editIds: readonly string[]): Promise<void>;
  read(): Promise<Result<JournalContents, StorageError>>;
  close(): Promise<void>;
}
