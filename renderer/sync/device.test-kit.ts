import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { keyText } from '#shared/domain/records';
import { MemoryDisk } from '#shared/journal/memory-folder.test-kit';
import type { Result } from '#shared/lib/result';
import type { ArgsOf, MutationName } from '#shared/mutations/registry';
import type { Session } from '#shared/protocol/session';
import type { ClientDatabase } from '../db/database';
import { mutate, type MutateError } from '../db/mutate';
import { openDatabase } from '../db/open-database';
import type { Journal } from '../journal/journal';
import { openMemoryJournal } from '../journal/memory-journal.test-kit';
import type { AttentionRow } from '../db/rows';
import type { Fetch } from './server-api';
import type { SyncContext, SyncFailure } from './sync-context';
import { syncRound } from './sync-round';

/** Where the device's power goes: after this many steps (requests sent, answers got, writes to the store). null: never. */
type Crash = { left: number } | null;

class PowerCut extends Error {
  override readonly name = 'PowerCut';
}

/** One installation for one person: its store outlives crashes, everything else does not. */
export class Device {
  #db: ClientDatabase | null = null;
  /** SY-2: the journal outlives crashes, and the store. */
  readonly journalDisk = new MemoryDisk();
  #journal: Journal | null = null;
  #crash: Crash = null;
  /** Faults of the network between this device and the server; replaced by tests. */
  network: (send: Fetch) => Fetch = (send) => send;
  appVersion = '1.0.0';
  now = (): Date => new Date('2026-11-21T10:00:00.000Z');

  constructor(
    readonly session: Session,
    private readonly send: Fetch,
    /** Where its store is; one that was there before may be handed in. */
    private readonly factory = new IDBFactory(),
  ) {}

  async db(): Promise<ClientDatabase> {
    if (this.#db) return this.#db;
    const options = { indexedDB: this.factory, IDBKeyRange };
    const db = await openDatabase(this.session.userId, { random: () => 0.5, options });
    db.use({
      stack: 'dbcore',
      name: 'power',
      create: (core) => ({
        ...core,
        table: (name) => {
          const table = core.table(name);
          const mutateTable: typeof table.mutate = async (request) => {
            this.#step();
            return table.mutate(request);
          };
          return { ...table, mutate: mutateTable };
        },
      }),
    });
    // Middleware counts from the next opening on.
    db.close();
    await db.open();
    this.#db = db;
    return db;
  }

  async mutate<N extends MutationName>(name: N, args: ArgsOf<N>): Promise<Result<void, MutateError>> {
    return mutate(await this.db(), this.session, this.now, await this.journal(), name, args);
  }

  async journal(): Promise<Journal> {
    return (this.#journal ??= await openMemoryJournal(this.journalDisk));
  }

  async context(): Promise<SyncContext> {
    const send = this.network(this.send);
    return {
      db: await this.db(),
      session: this.session,
      device: { name: 'Test device', host: 'browser', appVersion: this.appVersion },
      fetch: async (path, init) => {
        this.#step();
        const answer = await send(path, init);
        this.#step();
        return answer;
      },
      now: this.now,
      random: () => 0.5,
      signal: new AbortController().signal,
      report: () => undefined,
    };
  }

  async sync(): Promise<Result<void, SyncFailure>> {
    return syncRound(await this.context());
  }

  /** Runs `work` until the power goes after `steps` steps, then starts the device again on the same store. True if it went. */
  async withPowerCut(steps: number, work: () => Promise<unknown>): Promise<boolean> {
    await this.db();
    this.#crash = { left: steps };
    try {
      await work();
    } catch (thrown) {
      if (!(thrown instanceof PowerCut)) throw thrown;
    }
    const cut = this.#crash.left <= 0;
    this.#crash = null;
    this.restart();
    return cut;
  }

  /** Another device whose store is a copy of this one's as it is now: a restored backup, a cloned disk. */
  async copy(): Promise<Device> {
    const twin = new Device(this.session, this.send);
    const [from, to] = [await this.db(), await twin.db()];
    for (const table of from.tables) {
      await to.table(table.name).clear();
      await to.table(table.name).bulkPut(await table.toArray());
    }
    return twin;
  }

  restart(): void {
    this.#db?.close();
    this.#db = null;
    this.#journal = null;
    this.journalDisk.cutPower();
  }

  /** What a person sees, by key. */
  async visible(): Promise<Map<string, unknown>> {
    const rows = await (await this.db()).records.toArray();
    return new Map(rows.flatMap((row) => (row.value === null ? [] : [[keyText(row), row.value] as const])));
  }

  async attention(): Promise<readonly AttentionRow[]> {
    const rows = await (await this.db()).attention.toArray();
    return rows.toSorted((a, b) => a.seq - b.seq);
  }

  #step(): void {
    if (!this.#crash) return;
    this.#crash.left -= 1;
    // Once off it stays off: whatever the dropped engine still tries does nothing.
    if (this.#crash.left <= 0) throw new PowerCut('power cut');
  }
}
