import { cmp, Dexie, RangeSet, type ObservabilitySet } from 'dexie';
import type { RecordOf, RecordType } from '#shared/domain/records';
import type { ClientDatabase } from '../db/database';
import type { RecordRow } from '../db/rows';

/** Rows read at once: few enough that unpacking them never holds up the screen. */
const batchSize = 1_000;

/** How long nobody has to look before the records are let go, in milliseconds. */
const lingerMs = 15_000;

/** Of a change to more keys than this, reading everything again costs less. */
const mostKeys = 2_000;

type Waiting = { readonly keys: Map<string, [RecordType, string]>; everything: boolean };

/**
 * The records of a type, or those of them that `keeps` wants, in memory while somebody looks, once for all who look. After a change,
 * whichever window or worker made it, only what was changed is read again: with 10,000 deals or 50,000 activities a change costs what one
 * record costs. What did not change stays the same object.
 */
export class RecordCollection<T extends RecordType> {
  readonly #db: ClientDatabase;
  readonly #type: T;
  readonly #keeps: (record: RecordOf<T>) => boolean;
  readonly #listeners = new Set<() => void>();
  #records = new Map<string, RecordOf<T>>();
  #snapshot: readonly RecordOf<T>[] | undefined;
  #failure: { readonly reason: unknown } | null = null;
  #waiting: Waiting = { keys: new Map(), everything: true };
  #reading = false;
  #watching = false;
  #letGo: ReturnType<typeof setTimeout> | undefined;

  constructor(db: ClientDatabase, type: T, keeps: (record: RecordOf<T>) => boolean = () => true) {
    this.#db = db;
    this.#type = type;
    this.#keeps = keeps;
  }

  /** In no particular order; undefined: loading. Throws what reading failed with. */
  readonly snapshot = (): readonly RecordOf<T>[] | undefined => {
    if (this.#failure) throw this.#failure.reason;
    return this.#snapshot;
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    clearTimeout(this.#letGo);
    if (!this.#watching) this.#watch();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#letGo = setTimeout(this.close, lingerMs);
    };
  };

  /** Lets go of everything. Whoever subscribes next reads anew. */
  readonly close = (): void => {
    clearTimeout(this.#letGo);
    Dexie.on.storagemutated.unsubscribe(this.#onChange);
    this.#watching = false;
    this.#snapshot = undefined;
    this.#failure = null;
    this.#records = new Map();
    this.#waiting = { keys: new Map(), everything: true };
  };

  #watch(): void {
    this.#watching = true;
    Dexie.on('storagemutated', this.#onChange);
    void this.#read();
  }

  readonly #onChange = (parts: ObservabilitySet): void => {
    const table = `idb://${this.#db.name}/records/`;
    const changed = [parts['all'], parts[table], parts[`${table}:dels`]].filter((set) => set !== undefined);
    const { keys } = this.#waiting;
    for (const set of changed) {
      // Told by another window it is a plain copy.
      for (const { from, to } of RangeSet(set)) {
        if (!Array.isArray(from) || cmp(from, to) !== 0 || keys.size > mostKeys)
          this.#waiting.everything = true;
        else if (String(from[0]) === this.#type) keys.set(String(from[1]), [this.#type, String(from[1])]);
      }
    }
    if (this.#waiting.everything || keys.size > 0) void this.#read();
  };

  /** One reading at a time; what changes meanwhile is read after it, before anybody sees a state that never was. */
  async #read(): Promise<void> {
    if (this.#reading || !this.#watching) return;
    this.#reading = true;
    try {
      while (this.#waiting.everything || this.#waiting.keys.size > 0) {
        const { keys, everything } = this.#waiting;
        this.#waiting = { keys: new Map(), everything: false };
        if (everything) await this.#readAll();
        else await this.#readSome([...keys.values()]);
      }
    } catch (reason) {
      // Told to whoever shows the records. A store closed on purpose has nobody left to tell.
      this.#failure = { reason };
    } finally {
      this.#reading = false;
    }
    if (!this.#watching) return;
    this.#snapshot = [...this.#records.values()];
    for (const listener of this.#listeners) listener();
  }

  async #readAll(): Promise<void> {
    const records = new Map<string, RecordOf<T>>();
    let last: unknown = Dexie.minKey;
    for (;;) {
      const rows: RecordRow[] = await this.#db.records
        .where('[type+id]')
        .between([this.#type, last], [this.#type, Dexie.maxKey], false, true)
        .limit(batchSize)
        .toArray();
      for (const { id, value } of rows) this.#put(records, id, value as RecordOf<T> | null);
      if (rows.length < batchSize) break;
      last = rows.at(-1)?.id;
    }
    this.#records = records;
  }

  async #readSome(keys: readonly [RecordType, string][]): Promise<void> {
    const rows = await this.#db.records.bulkGet([...keys]);
    keys.forEach(([, id], at) =>
      this.#put(this.#records, id, (rows[at]?.value ?? null) as RecordOf<T> | null),
    );
  }

  #put(records: Map<string, RecordOf<T>>, id: string, record: RecordOf<T> | null): void {
    if (record !== null && this.#keeps(record)) records.set(id, record);
    else records.delete(id);
  }
}

/** A person's collections: one for each type, made when somebody first asks. */
export class RecordCollections {
  readonly #db: ClientDatabase;
  readonly #byName = new Map<string, { close(): void }>();

  constructor(db: ClientDatabase) {
    this.#db = db;
  }

  ofType<T extends RecordType>(type: T): RecordCollection<T> {
    return this.#known(type, () => new RecordCollection(this.#db, type));
  }

  /** Tasks nobody has done yet: few among all activities. */
  openTasks(): RecordCollection<'activity'> {
    return this.#known(
      'open tasks',
      () => new RecordCollection(this.#db, 'activity', ({ kind, done }) => kind === 'task' && done === null),
    );
  }

  close(): void {
    for (const collection of this.#byName.values()) collection.close();
  }

  #known<C extends { close(): void }>(name: string, make: () => C): C {
    const known = this.#byName.get(name) as C | undefined;
    if (known) return known;
    const made = make();
    this.#byName.set(name, made);
    return made;
  }
}
