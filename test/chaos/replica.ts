import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type { FastifyInstance } from 'fastify';
import { buildApp, type AppOptions } from '../../server/app';
import { openPostgres, type Database } from '../../server/db/database';
import type { Failpoint } from '../../server/failpoint';

interface Running {
  readonly app: FastifyInstance;
  readonly database: Database;
  readonly port: number;
  readonly applicationName: string;
}

/** One of the servers behind the proxy, over a connection pool of its own, so that it can be killed without the others noticing. */
export class Replica {
  #running: Running | null = null;
  #starting: Promise<Running> | null = null;
  #armed: { readonly failpoint: Failpoint; readonly down: number } | null = null;
  #slow: { readonly failpoint: Failpoint; readonly milliseconds: number } | null = null;
  #down = 0;
  #starts = 0;
  kills = 0;

  constructor(
    private readonly url: string,
    private readonly options: Omit<AppOptions, 'database' | 'failpoint'>,
    /** Kills what a dead process's connections were doing. */
    private readonly administrator: Database,
    private readonly name: string,
  ) {}

  /** Its port, or null while it is down. One that was down long enough starts again first. */
  async reach(): Promise<number | null> {
    if (this.#running) return this.#running.port;
    if (this.#down > 0) {
      this.#down -= 1;
      return null;
    }
    this.#starting ??= this.#start();
    this.#running = await this.#starting;
    this.#starting = null;
    return this.#running.port;
  }

  /** From now on, whoever reaches the failpoint kills it; it is then down for so many requests. */
  killAt(failpoint: Failpoint, down: number): void {
    this.#armed = { failpoint, down };
  }

  /** From now on, whoever reaches the failpoint waits there. */
  slowAt(failpoint: Failpoint, milliseconds: number): void {
    this.#slow = { failpoint, milliseconds };
  }

  /** It need not be down any longer. */
  revive(): void {
    this.#armed = null;
    this.#down = 0;
  }

  disarm(): void {
    this.#armed = null;
    this.#slow = null;
  }

  async close(): Promise<void> {
    if (!this.#running) return;
    const { app, database } = this.#running;
    this.#running = null;
    app.server.closeAllConnections();
    await app.close();
    await database.destroy();
  }

  async #start(): Promise<Running> {
    this.#starts += 1;
    const applicationName = `${this.name}-${String(this.#starts)}`;
    const url = new URL(this.url);
    url.searchParams.set('application_name', applicationName);
    const database = await openPostgres(url.href, { poolSize: 6 });
    const failpoint = async (name: Failpoint): Promise<void> => {
      if (this.#running?.applicationName !== applicationName) return;
      if (this.#slow?.failpoint === name) await wait(this.#slow.milliseconds);
      if (this.#armed?.failpoint === name) await this.#kill();
    };
    const app = await buildApp({ ...this.options, database, failpoint });
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    return { app, database, port, applicationName };
  }

  /** What kill -9 leaves: broken connections on both sides, and a database that undoes what was not committed. */
  async #kill(): Promise<never> {
    const dying = this.#running;
    if (!dying) throw new Error('killed twice');
    this.kills += 1;
    this.#running = null;
    this.#down = this.#armed?.down ?? 0;
    this.#armed = null;
    dying.app.server.closeAllConnections();
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = ${dying.applicationName}`.execute(
      this.administrator,
    );
    // Nobody hears how the dead end.
    void Promise.allSettled([dying.app.close(), dying.database.destroy()]);
    throw new Error('the server was killed');
  }
}
