import { mkdir } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import { PGliteDialect } from 'kysely-pglite-dialect';
import pg from 'pg';
import { migrateToLatest } from './migrate';
import type { Schema } from './schema';

export type Database = Kysely<Schema>;
/** A query source: the database, or the transaction under way. Inside a transaction everything must go through it: PGlite has one connection. */
export type Queries = Database | Transaction<Schema>;

/** The embedded database, its files in `dataDir`; in memory without one, then perhaps from a dump. Migrated. */
export async function openPGlite(
  options: { readonly dataDir: string } | { readonly loadDataDir: Blob },
): Promise<Database> {
  if ('dataDir' in options) await mkdir(options.dataDir, { recursive: true });
  const pglite = await PGlite.create(options);
  return migrated(new Kysely<Schema>({ dialect: new PGliteDialect(pglite) }));
}

/** PostgreSQL at a `postgres://` address, through a pool. Migrated. Throws when it cannot be reached. */
export async function openPostgres(url: string, poolSize = 10): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser },
  });
  // A lost idle connection is replaced by the pool; without a listener the process would end.
  pool.on('error', (error) => process.emitWarning(`PostgreSQL connection lost: ${error.message}`));
  return migrated(new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }));
}

async function migrated(kysely: Database): Promise<Database> {
  try {
    await migrateToLatest(kysely);
    return kysely;
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
