import { mkdir } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import { PGliteDialect } from 'kysely-pglite-dialect';
import pg from 'pg';
import { listenOnPGlite, listenOnPostgres, type Listen } from './listen';
import { migrateToLatest } from './migrate';
import type { Schema } from './schema';

export type Database = Kysely<Schema> & { readonly listen: Listen };
/** A query source: the database, or the transaction under way. Inside a transaction everything must go through it: PGlite has one connection. */
export type Queries = Kysely<Schema> | Transaction<Schema>;

/** How long a statement, a wait and an idle transaction may take before PostgreSQL ends them: whoever asked gets `unavailable` and asks again. */
export interface PostgresOptions {
  readonly poolSize?: number;
  readonly statementTimeoutMs?: number;
  readonly lockTimeoutMs?: number;
  readonly idleInTransactionTimeoutMs?: number;
  /** How long to wait for a connection of the pool. */
  readonly connectionTimeoutMs?: number;
}

export const defaultPoolSize = 10;

/** The embedded database, its files in `dataDir`; in memory without one, then perhaps from a dump. Migrated. */
export async function openPGlite(
  options: { readonly dataDir: string } | { readonly loadDataDir: Blob },
): Promise<Database> {
  if ('dataDir' in options) await mkdir(options.dataDir, { recursive: true });
  const pglite = await PGlite.create(options);
  const kysely = new Kysely<Schema>({ dialect: new PGliteDialect(pglite) });
  await orDestroy(kysely, migrateToLatest(kysely));
  return Object.assign(kysely, { listen: listenOnPGlite(kysely, pglite) });
}

/** PostgreSQL at a `postgres://` address, through a pool. Migrated. Throws when it cannot be reached. */
export async function openPostgres(url: string, options: PostgresOptions = {}): Promise<Database> {
  const connectionTimeoutMillis = options.connectionTimeoutMs ?? 10_000;
  // Migrations may take longer than any request, and wait for those of another server: none of the limits is theirs.
  const migrating = poolOf({ connectionString: url, max: 1, connectionTimeoutMillis });
  await orDestroy(migrating, migrateToLatest(migrating));
  await migrating.destroy();
  const kysely = poolOf({
    connectionString: url,
    max: options.poolSize ?? defaultPoolSize,
    connectionTimeoutMillis,
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    lock_timeout: options.lockTimeoutMs ?? 15_000,
    idle_in_transaction_session_timeout: options.idleInTransactionTimeoutMs ?? 60_000,
  });
  return Object.assign(kysely, { listen: listenOnPostgres(url) });
}

function poolOf(config: pg.PoolConfig): Kysely<Schema> {
  const pool = new pg.Pool({ ...config, types: { getTypeParser } });
  // A lost connection is replaced by the pool; without a listener the process would end.
  pool.on('error', (error) => process.emitWarning(`PostgreSQL connection lost: ${error.message}`));
  // One that is lost in a transaction, between two queries, is the client's own event: the next query says so to whoever asks.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}

async function orDestroy(kysely: Kysely<Schema>, work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    await kysely.destroy();
    throw error;
  }
}

/** Versions and seqs are bigint columns far below 2^53: read as numbers, as PGlite does. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: unknown) =>
  oid === (pg.types.builtins.INT8 as number)
    ? (text: string) => Number(text)
    : pg.types.getTypeParser(oid, format as 'text');
