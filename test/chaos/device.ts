import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { ArgsOf, MutationName } from '#shared/mutations/registry';
import type { Session } from '#shared/protocol/session';
import type { Result } from '#shared/lib/result';
import { MemoryDisk } from '#shared/journal/memory-folder.test-kit';
import type { Journal } from '../../renderer/journal/journal';
import { openMemoryJournal } from '../../renderer/journal/memory-journal.test-kit';
import type { ClientDatabase } from '../../renderer/db/database';
import { mutate, type MutateError } from '../../renderer/db/mutate';
import { openDatabase } from '../../renderer/db/open-database';
import type { OutboxRow } from '../../renderer/db/rows';
import { createSyncEngine, type EngineStatus } from '../../renderer/sync/sync-engine';
import type { SyncLoop } from '../../renderer/sync/sync-loop';
import { planHeader, type RequestPlan } from './fault-proxy';
import type { PlannedFault } from './faults';
import { Power, PowerCut, type Trouble } from './power';
import { poweredStore } from './powered-store';
import { WindowLocks } from './window-locks';

export interface OpenWindow {
  readonly db: ClientDatabase;
  readonly journal: Journal;
  readonly engine: SyncLoop;
  /** Why the last round failed; null: it went well. */
  problem: EngineStatus['problem'];
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

/** One installation of the app: the real client code over a store and a network that fail when they are told to. */
export class ChaosDevice {
  #disk: IDBFactory = new IDBFactory();
  /** SY-2: where journals are, by person. */
  readonly #journals = new Map<string, MemoryDisk>();
  #power = new Power();
  #locks = new WindowLocks();
  #windows = new Map<number, Promise<OpenWindow>>();
  #faults: { left: number; fault: PlannedFault['fault'] }[] = [];
  #ticks = 0;
  /** Whose session the device has at the server; null: nobody's. */
  token: string | null = null;
  clockYears = 0;
  isOnline = true;
  /** Work captured since the last look, in order. */
  readonly captured: OutboxRow[] = [];

  constructor(
    readonly name: string,
    /** Whose database the windows show. */
    public person: Session,
    private readonly surroundings: Surroundings,
  ) {}

  readonly now = (): Date => {
    this.#ticks += 1;
    return new Date(realTime + this.clockYears * year + this.#ticks * 1_000);
  };

  get isDead(): boolean {
    return this.#power.isDead;
  }

  get isFull(): boolean {
    return this.#power.isFull;
  }

  window(at = 0): Promise<OpenWindow> {
    const open = this.#windows.get(at) ?? this.#open();
    this.#windows.set(at, open);
    return open;
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
    this.#faults = faults.map(({ after, fault }) => ({ left: after, fault }));
  }

  /** Does a piece of work in a window. The entry it made, when the device said that it is saved. */
  async work<N extends MutationName>(
    name: N,
    args: ArgsOf<N>,
    at = 0,
  ): Promise<Result<OutboxRow, MutateError | 'killed'>> {
    const { db, journal } = await this.window(at);
    const power = this.#power;
    const result = await mutate(db, this.person, this.now, journal, name, args);
    // A dead process tells nobody anything.
    if (power.isDead) return { ok: false, error: 'killed' };
    if (!result.ok) return result;
    const wanted = JSON.stringify(args);
    const entry = this.captured.findLast((row) => row.name === name && JSON.stringify(row.args) === wanted);
    if (!entry) throw new Error(`${name} was called saved, and no entry was written`);
    return { ok: true, value: entry };
  }

  /** One round, as a person asks for it. Null: it went well. */
  async sync(at = 0): Promise<EngineStatus['problem'] | { readonly type: 'killed' }> {
    const window = await this.window(at);
    const power = this.#power;
    await window.engine.syncNow();
    return power.isDead ? { type: 'killed' } : window.problem;
  }

  /** The process ends here and now, as by kill -9; what is stored stays. */
  async kill(): Promise<void> {
    this.#power.kill();
    await this.restart();
  }

  /** All windows close and the app starts again when somebody next looks. */
  async restart(): Promise<void> {
    const windows = [...this.#windows.values()];
    this.#windows = new Map();
    // A full disk stays full; a dead process's power stays off for whatever of it still runs.
    this.#power = new Power(this.#power.isFull);
    this.#locks = new WindowLocks();
    for (const disk of this.#journals.values()) disk.cutPower();
    for (const opened of await Promise.allSettled(windows)) {
      if (opened.status === 'fulfilled') opened.value.db.close();
    }
  }

  freeDisk(): void {
    this.#power.free();
  }

  /** The store comes back empty. */
  async loseStore(): Promise<void> {
    await this.restart();
    this.#disk = new IDBFactory();
  }

  async #open(): Promise<OpenWindow> {
    const power = this.#power;
    power.onWrite = (table, value) => {
      if (table === 'outbox') this.captured.push(value as OutboxRow);
    };
    const options = { indexedDB: poweredStore(this.#disk, power), IDBKeyRange };
    const db = await openDatabase(this.person.userId, { random: () => 0.5, options });
    const journal = await openMemoryJournal(this.#journalDisk(power));
    const window: { -readonly [K in keyof OpenWindow]: OpenWindow[K] } = {
      db,
      journal,
      problem: null,
      engine: createSyncEngine({
        db,
        session: this.person,
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

  #journalDisk(power: Power): MemoryDisk {
    const disk = this.#journals.get(this.person.userId) ?? new MemoryDisk();
    this.#journals.set(this.person.userId, disk);
    disk.fault = (_step, what) => {
      if (what === 'read' || what === 'claim') power.step();
      else power.write();
    };
    return disk;
  }

  async #fetch(path: string, init: RequestInit, power: Power): Promise<Response> {
    power.step();
    if (!this.isOnline) throw new TypeError('no network');
    await this.surroundings.glance(this);
    const plan: RequestPlan = { replica: this.surroundings.route(), fault: this.#nextFault() };
    const headers = new Headers(init.headers);
    headers.set(planHeader, JSON.stringify(plan));
    if (this.token !== null) headers.set('authorization', `Bearer ${this.token}`);
    const answer = await fetch(this.surroundings.origin + path, { ...init, headers });
    power.step();
    return answer;
  }

  #nextFault(): PlannedFault['fault'] | null {
    const due = this.#faults.filter(({ left }) => left === 0);
    for (const planned of this.#faults) planned.left -= 1;
    return due[0]?.fault ?? null;
  }
}

export const isPowerCut = (thrown: unknown): boolean => thrown instanceof PowerCut;
