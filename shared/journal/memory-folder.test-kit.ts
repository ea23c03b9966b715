import type { JournalFile, JournalFolder } from './journal-host';

/** The power goes at this step: it and whatever follows does nothing any more. */
export class PowerCut extends Error {
  override readonly name = 'PowerCut';
}

interface Stored {
  /** As programs see it, and as it is on the disk. */
  bytes: Uint8Array;
  flushed: Uint8Array;
}

/** A disk in memory: what was not flushed is gone after a power cut, wholly or in part; space and faults are as a test says. */
export class MemoryDisk {
  files = new Map<string, Stored>();
  /** Names that are on the disk for sure. */
  #durableNames = new Set<string>();
  readonly aside: string[] = [];
  readonly #open = new Set<string>();
  /** Bytes that may be in use at once. */
  capacity = Number.POSITIVE_INFINITY;
  flushes = 0;
  steps = 0;
  /** Called before each access; throws what the system would. */
  fault: (step: number, what: string) => void = () => undefined;
  /** Counts up, so that folders of an earlier run do nothing. */
  #run = 0;

  folder(): JournalFolder {
    const run = this.#run;
    const step = (what: string): void => {
      if (run !== this.#run) throw new PowerCut('gone');
      this.steps += 1;
      this.fault(this.steps, what);
    };
    return {
      claim: async () => {
        step('claim');
        return [...this.files.keys()].filter((name) => !this.#open.has(name));
      },
      others: async () => false,
      create: async (name) => {
        step('create');
        this.files.set(name, { bytes: new Uint8Array(0), flushed: new Uint8Array(0) });
        this.#open.add(name);
        return this.#file(name, step);
      },
      read: async (name) => {
        step('read');
        return this.#stored(name).bytes.slice();
      },
      remove: async (name) => {
        step('remove');
        this.files.delete(name);
      },
      keepAside: async (name) => {
        step('keepAside');
        this.aside.push(name);
      },
      flush: async () => {
        step('flush folder');
        this.#durableNames = new Set(this.files.keys());
      },
    };
  }

  /** What a later start finds. `tear` decides how many bytes of what was not flushed reached the disk. */
  cutPower(tear: (unflushed: number) => number = () => 0): void {
    this.#run += 1;
    this.#open.clear();
    this.fault = () => undefined;
    for (const [name, file] of this.files) {
      const first = file.bytes.findIndex((byte, index) => byte !== file.flushed[index]);
      const from = first === -1 ? file.bytes.length : first;
      const kept = from + tear(file.bytes.length - from);
      const bytes = new Uint8Array(Math.max(file.flushed.length, Math.min(kept, file.bytes.length)));
      bytes.set(file.flushed);
      bytes.set(file.bytes.subarray(from, kept), from);
      file.bytes = bytes;
      file.flushed = bytes.slice();
      if (!this.#durableNames.has(name) && kept === 0) this.files.delete(name);
    }
  }

  #file(name: string, step: (what: string) => void): JournalFile {
    return {
      write: async (bytes, at) => {
        step('write');
        const file = this.#stored(name);
        const length = Math.max(file.bytes.length, at + bytes.length);
        const used = [...this.files.values()].reduce((sum, other) => sum + other.bytes.length, 0);
        // What stands in room that is the file's already needs none.
        if (length > file.bytes.length && used - file.bytes.length + length > this.capacity) {
          throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
        }
        const after = new Uint8Array(length);
        after.set(file.bytes);
        after.set(bytes, at);
        file.bytes = after;
      },
      flush: async () => {
        step('flush');
        this.flushes += 1;
        const file = this.#stored(name);
        file.flushed = file.bytes.slice();
      },
      truncate: async (bytes) => {
        step('truncate');
        const file = this.#stored(name);
        file.bytes = file.bytes.slice(0, bytes);
      },
      close: async () => {
        this.#open.delete(name);
      },
    };
  }

  #stored(name: string): Stored {
    const file = this.files.get(name);
    if (!file) throw new Error(`no such segment: ${name}`);
    return file;
  }
}
