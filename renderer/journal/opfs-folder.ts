import type { JournalFile, JournalFolder } from '#shared/journal/journal-host';

/** TypeScript's DOM library knows these only in its worker flavour. */
interface SyncAccessHandle {
  write(bytes: Uint8Array, options: { at: number }): number;
  flush(): void;
  truncate(bytes: number): void;
  close(): void;
}
interface SyncAccessFile extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<SyncAccessHandle>;
}
/** Not in TypeScript's DOM library without one more of its parts. */
interface ListableFolder {
  keys(): AsyncIterable<string>;
}

const suffix = '.journal';

/**
 * SY-2 in a browser: one person's segments in the origin-private file system. Only a worker may open files that can be flushed, and each
 * only once: hence a segment per window, and a Web Lock per segment that tells the others that its window lives.
 */
export class OpfsFolder implements JournalFolder {
  readonly #name: string;
  readonly #folder: FileSystemDirectoryHandle;
  /** Ends a lock that is held. */
  readonly #locks = new Map<string, () => void>();
  readonly #onLeft: () => void;
  readonly #closing = new AbortController();

  private constructor(name: string, folder: FileSystemDirectoryHandle, onLeft: () => void) {
    this.#name = name;
    this.#folder = folder;
    this.#onLeft = onLeft;
  }

  /** `onLeft` is called when a window is gone whose segment was in use: `claim` now gets it. Throws where there is no such file system. */
  static async open(person: string, onLeft: () => void): Promise<OpfsFolder> {
    const root = await navigator.storage.getDirectory();
    const journals = await root.getDirectoryHandle('journals', { create: true });
    const folder = await journals.getDirectoryHandle(person, { create: true });
    return new OpfsFolder(person, folder, onLeft);
  }

  async claim(): Promise<readonly string[]> {
    const claimed: string[] = [];
    for (const name of await this.#segments()) {
      if (this.#locks.has(name)) continue;
      if (await this.#lock(name, { ifAvailable: true })) claimed.push(name);
      else this.#waitFor(name);
    }
    // Another window may have taken one over, and removed it, before its lock was had here.
    const there = new Set(claimed.length > 0 ? await this.#segments() : []);
    for (const name of claimed) if (!there.has(name)) this.#unlock(name);
    return claimed.filter((name) => there.has(name));
  }

  async others(): Promise<boolean> {
    const segments = await this.#segments();
    return segments.some((name) => !this.#locks.has(name));
  }

  async create(name: string): Promise<JournalFile> {
    // Before the file is there, so that nobody takes it for one that was left.
    await this.#lock(name, {});
    const file = (await this.#folder.getFileHandle(name + suffix, { create: true })) as SyncAccessFile;
    const handle = await file.createSyncAccessHandle();
    return {
      write: async (bytes, at) => {
        const written = handle.write(bytes, { at });
        // A full disk may show as fewer bytes than asked for.
        if (written < bytes.length) throw new DOMException('written in part', 'QuotaExceededError');
      },
      flush: async () => handle.flush(),
      truncate: async (bytes) => handle.truncate(bytes),
      close: async () => {
        handle.close();
        this.#unlock(name);
      },
    };
  }

  async read(name: string): Promise<Uint8Array> {
    const file = await (await this.#folder.getFileHandle(name + suffix)).getFile();
    return new Uint8Array(await file.arrayBuffer());
  }

  async remove(name: string): Promise<void> {
    try {
      await this.#folder.removeEntry(name + suffix);
    } catch (thrown) {
      if (!isNotFound(thrown)) throw thrown;
    }
    this.#unlock(name);
  }

  async keepAside(name: string, bytes: Uint8Array): Promise<void> {
    const file = (await this.#folder.getFileHandle(`${name}.damaged`, { create: true })) as SyncAccessFile;
    const handle = await file.createSyncAccessHandle();
    try {
      handle.write(bytes, { at: 0 });
      handle.flush();
    } finally {
      handle.close();
    }
  }

  /** A browser has no such thing for folders; flushing the file is all there is. */
  flush(): Promise<void> {
    return Promise.resolve();
  }

  /** Lets go of every segment; whoever starts next takes them over. */
  close(): void {
    this.#closing.abort();
    for (const name of this.#locks.keys()) this.#unlock(name);
  }

  async #segments(): Promise<readonly string[]> {
    const names: string[] = [];
    const folder = this.#folder as FileSystemDirectoryHandle & ListableFolder;
    for await (const name of folder.keys()) {
      if (name.endsWith(suffix)) names.push(name.slice(0, -suffix.length));
    }
    return names;
  }

  #lockName(name: string): string {
    return `fieldquote-journal/${this.#name}/${name}`;
  }

  #lock(name: string, options: { ifAvailable?: boolean }): Promise<boolean> {
    return new Promise((resolve, reject) => {
      navigator.locks
        .request(this.#lockName(name), options, (lock) => {
          resolve(lock !== null);
          if (lock === null) return undefined;
          return new Promise<void>((release) => this.#locks.set(name, release));
        })
        .catch(reject);
    });
  }

  #unlock(name: string): void {
    this.#locks.get(name)?.();
    this.#locks.delete(name);
  }

  /** The lock of a window that lives comes free when it closes, however it ends. */
  #waitFor(name: string): void {
    navigator.locks
      .request(this.#lockName(name), { signal: this.#closing.signal }, () => undefined)
      .then(this.#onLeft, () => undefined); // closing ends the wait
  }
}

const isNotFound = (thrown: unknown): boolean =>
  thrown instanceof DOMException && thrown.name === 'NotFoundError';
