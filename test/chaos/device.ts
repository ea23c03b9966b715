import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { MemoryDisk } from '#shared/journal/memory-folder.test-kit';
import type { Session } from '#shared/protocol/session';
import type { ClientDatabase } from '../../renderer/db/database';
import { openDatabase } from '../../renderer/db/open-database';
import type { OutboxRow } from '../../renderer/db/rows';
import { toStorageError, type StorageError } from '../../renderer/db/storage-error';
import type { Journal } from '../../renderer/journal/journal';
import { openMemoryJournal } from '../../renderer/journal/memory-journal.test-kit';
import { reconcile } from '../../renderer/journal/reconcile';
import { settleDone } from '../../renderer/journal/watch-settled';
import { createSyncEngine, type EngineStatus } from '../../renderer/sync/sync-engine';
import type { SyncLoop } from '../../renderer/sync/sync-loop';
import { planHeader, type RequestPlan } from './fault-proxy';
import type { Fault, PlannedFault } from './faults';
import { Power, PowerCut, type Trouble } from './power';
import { poweredStore } from './powered-store';
import type { StoreCopy } from './stores';
import { WindowLocks } from './window-locks';

export interface OpenWindow {
  readonly db: ClientDatabase;
  readonly journal: Journal;
  readonly engine: SyncLoop;
  readonly power: Power;
  /** Whose window it is. */
  readonly person: Session;
  /** Why the last round failed; null: it went well. */
  problem: EngineStatus['problem'];
  /** SY-2: the journal could not be compared with the store, so nothing is written. */
  readOnly: boolean;
}

/** What one installation needs of the world. */
export interface Surroundings {
  readonly origin: string;
  /** Which replica the next request goes to. */
  readonly route: () => number;
  /** A moment at which the store may be looked at: it must never show half of anything. */
  readonly glance: (device: ChaosDevice) => Promise<void>;
}

const realTime = Date.parse('2026-03-10T10:00:00.000Z');
const year = 365 * 24 * 60 * 60 * 1_000;

/** One installation of the app: the real client code over a store, a journal and a network that fail when they are told to. */
export class ChaosDevice {
  #disk: IDBFactory = new IDBFactory();
  /** SY-2: where journals are, by person. */
  readonly #journals = new Map<string, MemoryDisk>();
  #power = new Power();
  #locks = new WindowLocks();
  #windows = new Map<number, Promise<OpenWindow>>();
  #faults: { left: number; on: PlannedFault['on']; fault: Fault }[] = [];
  #ticks = 0;
  #person: Session;
  /** All who ever used it. */
  readonly people: Session[];
  /** Whose session the device has at the server; null: nobody's. */
  token: string | null = null;
  clockYears = 0;
  isOnline = true;
  /** Somebody did something with it. */
  isUsed = false;
  /** Its person's first round was tried. */
  isSetUp = false;
  /** Its store as it once was. */
  copy: StoreCopy | null = null;
  /** Entries written to the outbox, in order, also those whose transaction failed then. */
  readonly captured: OutboxRow[] = [];

  constructor(
    readonly name: string,
    person: Session,
    private readonly surroundings: Surroundings,
  ) {
    this.#person = person;
    this.people = [person];
  }

  readonly now = (): Date => {
    this.#ticks += 1;
    return new Date(realTime + this.clockYears * year + this.#ticks * 1_000);
  };

  /** Whose database the windows show. */
  get person(): Session {
    return this.#person;
  }

  get disk(): IDBFactory {
    return this.#disk;
  }

  get isDead(): boolean {
    return this.#power.isDead;
  }

  get isFull(): boolean {
    return this.#power.isFull;
  }

  /**
   * A window, opened if it is not. A start that fails, because the power goes or the disk is full, is tried once more after making room:
   * what is stored must open then.
   */
  async window(at = 0): Promise<OpenWindow> {
    const opening = this.#windows.get(at) ?? this.#open();
    this.#windows.set(at, opening);
    try {
      return await opening;
    } catch (thrown) {
      const isExpected = this.#power.isDead || this.#power.isFull;
      if (!isExpected) throw thrown;
      await this.restart();
      this.#power.free();
      return this.window(at);
    }
  }

  async db(at = 0): Promise<ClientDatabase> {
    return (await this.window(at)).db;
  }

  /** What goes wrong in the process from now on. */
  trouble(trouble: Trouble): void {
    this.#power.plan(trouble);
  }

  /** What goes wrong with its requests from now on; replaces what was planned before. */
  planFaults(faults: readonly PlannedFault[]): void {
    this.#faults = faults.map(({ after, on, fault }) => ({ left: after, on, fault }));
  }

  /** One round, as a person asks for it. Null: it went well. */
  async sync(at = 0): Promise<EngineStatus['problem'] | { readonly type: 'killed' }> {
    const window = await this.window(at);
    await window.engine.syncNow();
    if (!window.power.isDead) await settleDone(window.db, window.journal).catch(unlessTroubled(window.power));
    return window.power.isDead ? { type: 'killed' } : window.problem;
  }

  /** The process ends here and now, as by kill -9; what is stored stays. */
  async kill(): Promise<void> {
    this.#power.kill();
    await this.restart();
  }

  /** All windows close and the app starts again when somebody next looks. `tear`: how much of what was being written to the journal is there. */
  async restart(tear: (unflushed: number) => number = () => 0): Promise<void> {
    const windows = [...this.#windows.values()];
    this.#windows = new Map();
    // A full disk stays full; whatever still runs of the old process does nothing any more.
    const old = this.#power;
    this.#power = new Power(old.isFull);
    this.#locks = new WindowLocks();
    for (const disk of this.#journals.values()) disk.cutPower(tear);
    for (const opened of await Promise.allSettled(windows)) {
      if (opened.status === 'fulfilled') opened.value.db.close();
    }
    old.kill();
  }

  freeDisk(): void {
    this.#power.free();
  }

  /** Somebody else's windows open; the one before's stay on the disk. */
  async become(person: Session): Promise<void> {
    if (person.userId === this.#person.userId) return;
    await this.restart();
    this.#person = person;
    this.isSetUp = false;
    if (!this.people.some(({ userId }) => userId === person.userId)) this.people.push(person);
  }

  /** The store is another one when the app next starts: an empty one, or an old copy. */
  async replaceStore(disk: IDBFactory): Promise<void> {
    await this.restart();
    this.#disk = disk;
  }

  journalDisk(userId = this.#person.userId): MemoryDisk {
    const disk = this.#journals.get(userId) ?? new MemoryDisk();
    this.#journals.set(userId, disk);
    return disk;
  }

  async #open(): Promise<OpenWindow> {
    const power = this.#power;
    const person = this.#person;
    power.onWrite = (table, value) => {
      if (table === 'outbox') this.captured.push(value as OutboxRow);
    };
    const options = { indexedDB: poweredStore(this.#disk, power), IDBKeyRange };
    const db = await openDatabase(person.userId, { random: () => 0.5, options });
    const journalDisk = this.journalDisk();
    journalDisk.fault = (_step, what) => {
      if (what === 'read' || what === 'claim') power.step();
      else onDisk(power);
    };
    const journal = await openMemoryJournal(journalDisk);
    const compared = await reconcile(db, person, journal);
    if (!compared.ok) unlessTroubled(power)(compared.error);
    const window: OpenWindow = {
      db,
      journal,
      power,
      person,
      problem: null,
      readOnly: !compared.ok,
      engine: createSyncEngine({
        db,
        session: person,
        device: { name: this.name, host: 'browser', appVersion: '1.0.0' },
        fetch: (path, init) => this.#fetch(path, init, power),
        now: this.now,
        random: () => 0.5,
        later: () => () => undefined,
        locks: this.#locks,
        onStatus: (change) => {
          if (change.problem !== undefined) window.problem = change.problem;
        },
      }),
    };
    return window;
  }

  async #fetch(path: string, init: RequestInit, power: Power): Promise<Response> {
    power.step();
    if (!this.isOnline) throw new TypeError('no network');
    await this.surroundings.glance(this);
    const plan: RequestPlan = { replica: this.surroundings.route(), fault: this.#nextFault(path) };
    const headers = new Headers(init.headers);
    headers.set(planHeader, JSON.stringify(plan));
    if (this.token !== null) headers.set('authorization', `Bearer ${this.token}`);
    const answer = await fetch(this.surroundings.origin + path, { ...init, headers });
    power.step();
    return answer;
  }

  #nextFault(path: string): Fault | null {
    const counted = this.#faults.filter(({ on }) => on === 'any' || path.endsWith('/push'));
    const due = counted.find(({ left }) => left === 0);
    for (const planned of counted) planned.left -= 1;
    return due?.fault ?? null;
  }
}

/** A full disk as files see it. */
function onDisk(power: Power): void {
  try {
    power.write();
  } catch (thrown) {
    if (thrown instanceof PowerCut) throw thrown;
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  }
}

/** What fails on a healthy device is a fault of the app's. */
const unlessTroubled =
  (power: Power) =>
  (thrown: unknown): void => {
    if (power.isDead || power.isFull) return;
    const error: StorageError = toStorageError(thrown);
    throw new Error(`storage failed on a healthy device: ${JSON.stringify(error)}`, { cause: thrown });
  };
