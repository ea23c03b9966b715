import type { Result } from '#shared/lib/result';
import type { JournalEntry } from '#shared/journal/journal-entry';
import type { StorageError } from '../db/storage-error';

export type { JournalEntry } from '#shared/journal/journal-entry';

export interface JournalContents {
  /** Work captured and not known to be settled, in the order it was captured. */
  readonly entries: readonly JournalEntry[];
  /** Pieces of work that this app cannot open (another key, another version). They stay in the journal. */
  readonly unreadable: number;
  /** Bytes that once were records and cannot be read. They are kept aside, not deleted. */
  readonly damagedBytes: number;
  /** As an append leaves that was cut short before anybody was told that it is saved. */
  readonly tornBytes: number;
  /** Other windows are open that journal for themselves; their work is not among the entries. */
  readonly others: boolean;
}

/**
 * SY-2: what people did, once more, outside IndexedDB, one journal per person. An entry is in it, flushed to the disk, before anybody is told
 * that the work is saved. It is settled when the server accepted it, or when the person gave it up or sent it again otherwise.
 */
export interface Journal {
  /** False where this browser has no place for a second copy: `append` then keeps nothing. */
  readonly keeps: boolean;
  /** Resolves when the entries are on the disk. On an error nothing of them counts. */
  append(entries: readonly JournalEntry[]): Promise<Result<void, StorageError>>;
  /** Takes back entries whose transaction was given up: they must not come back at the next start. */
  revoke(editIds: readonly string[]): Promise<void>;
  /** These need never be done again. May be lost with the power: to do settled work again is harmless (the server knows its `editId`). */
  settle(editIds: readonly string[]): Promise<void>;
  /** Of the work appended here or read, what is not settled: enough to ask the store about it. */
  unsettled(): readonly Pick<JournalEntry, 'editId' | 'storeId' | 'order'>[];
  read(): Promise<Result<JournalContents, StorageError>>;
  close(): Promise<void>;
}
