import type { Result } from '../lib/result';

export type JournalError =
  | { readonly type: 'disk-full' }
  | { readonly type: 'storage-failed'; readonly message: string }
  /** A newer app wrote the journal; nothing of it was touched. */
  | { readonly type: 'journal-too-new' };

/** A piece of work as the host keeps it: `body` is sealed. */
export interface SealedEntry {
  readonly editId: string;
  readonly body: Uint8Array;
}

export interface HostContents {
  readonly entries: readonly SealedEntry[];
  /** Bytes found since the last `read` that once were records and cannot be read; now kept aside as files. */
  readonly damagedBytes: number;
  /** As an append leaves that the power cut short, before anybody was told that it is saved. Kept aside as well. */
  readonly tornBytes: number;
  /** True when other windows have segments of their own, which are not in `entries`. */
  readonly others: boolean;
}

/** Who writes the disk for one person: Electron's main, or a worker of the browser. Knows no keys and reads no work. */
export interface JournalHost {
  /** Resolves when all of them are on the disk; on an error none of them counts. */
  append(entries: readonly SealedEntry[]): Promise<Result<void, JournalError>>;
  /** Resolves when it is on the disk. */
  revoke(editIds: readonly string[]): Promise<Result<void, JournalError>>;
  /** Not flushed: lost with the power, it is said again. */
  settle(editIds: readonly string[]): Promise<Result<void, JournalError>>;
  read(): Promise<Result<HostContents, JournalError>>;
  close(): Promise<void>;
}

/** The few things a journal needs of a file. They throw what the system throws. */
export interface JournalFile {
  write(bytes: Uint8Array, at: number): Promise<void>;
  /** Resolves when all written is on the disk. */
  flush(): Promise<void>;
  truncate(bytes: number): Promise<void>;
  close(): Promise<void>;
}

/** One person's segments. Each is written by one window (or by main) alone. */
export interface JournalFolder {
  /** Segments that nobody writes: from now on they are ours to read and remove. */
  claim(): Promise<readonly string[]>;
  /** True when somebody else writes a segment now. */
  others(): Promise<boolean>;
  /** A new segment, ours until closed. */
  create(name: string): Promise<JournalFile>;
  read(name: string): Promise<Uint8Array>;
  /** Removing what is not there is fine. */
  remove(name: string): Promise<void>;
  /** Keeps damaged bytes for whoever can make something of them. */
  keepAside(name: string, bytes: Uint8Array): Promise<void>;
  /** Makes created and removed names last. */
  flush(): Promise<void>;
}
