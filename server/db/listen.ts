import type { PGlite } from '@electric-sql/pglite';
import type { Kysely } from 'kysely';
import pg from 'pg';
import type { Schema } from './schema';

export interface Listener {
  /** A payload sent with `pg_notify` by a transaction that is committed, on whatever server. */
  readonly heard: (payload: string) => void;
  /** The connection was away for a while: anything may have been sent meanwhile. */
  readonly missed: () => void;
}
/** Listens on a channel from when the promise is there. Returns how to stop. */
export type Listen = (channel: string, listener: Listener) => Promise<() => Promise<void>>;

/** PGlite has one connection and one process: nothing is missed. */
export const listenOnPGlite =
  (kysely: Kysely<Schema>, pglite: PGlite): Listen =>
  async (channel, { heard }) => {
    // Not while somebody's transaction is under way: undone, it would take the LISTEN with it.
    const stop = await kysely.connection().execute(() => pglite.listen(channel, heard));
    return () => (pglite.closed ? Promise.resolve() : kysely.connection().execute(() => stop()));
  };

const pingEveryMs = 30_000;
const longestWaitMs = 15_000;

/** One connection of its own, made again when it is lost. When there is none at first, it keeps trying. */
export const listenOnPostgres =
  (url: string): Listen =>
  async (channel, { heard, missed }) => {
    let client: pg.Client | undefined;
    let timer: NodeJS.Timeout | undefined;
    let isStopped = false;
    let tries = 0;

    const connect = async (): Promise<void> => {
      const fresh = new pg.Client({
        connectionString: url,
        connectionTimeoutMillis: 10_000,
        query_timeout: 10_000,
        keepAlive: true,
      });
      let isLost = false;
      const lose = (): void => {
        if (isLost) return;
        isLost = true;
        if (client === fresh) client = undefined;
        fresh.end().catch(() => undefined); // lost is lost
        if (!isStopped) later(connect, Math.min(longestWaitMs, 500 * 2 ** tries) * (0.5 + Math.random()));
        tries += 1;
      };
      const ping = async (): Promise<void> => {
        if (client !== fresh) return;
        await fresh.query('select 1');
        later(ping, pingEveryMs);
      };
      const later = (what: () => Promise<void>, ms: number): void => {
        timer = setTimeout(() => void what().catch(lose), ms);
        timer.unref();
      };
      fresh.on('error', lose);
      fresh.on('end', lose);
      fresh.on('notification', ({ payload }) => heard(payload ?? ''));
      try {
        await fresh.connect();
        await fresh.query(`listen ${pg.escapeIdentifier(channel)}`);
      } catch {
        lose();
        return;
      }
      if (isStopped) return lose();
      client = fresh;
      if (tries > 0) missed();
      tries = 0;
      later(ping, pingEveryMs);
    };

    await connect();
    return async () => {
      isStopped = true;
      clearTimeout(timer);
      const last = client;
      client = undefined;
      await last?.end();
    };
  };
