import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { inject } from 'vitest';
import { openPGlite, openPostgres, type Database } from './database';

declare module 'vitest' {
  interface ProvidedContext {
    /** A real PostgreSQL in which suites make databases of their own. */
    postgresUrl: string;
    /** An empty PGlite, dumped: starting from it takes a third of making one. */
    emptyPGlite: string;
  }
}

/** Every suite that touches the database runs on both: PGlite has one connection and hides races. */
export const databaseKinds = ['PGlite', 'PostgreSQL'] as const;
export type DatabaseKind = (typeof databaseKinds)[number];

export interface TestDatabase {
  readonly database: Database;
  close(): Promise<void>;
}

/** An empty, migrated database of the suite's own. */
export async function openTestDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  if (kind === 'PGlite') {
    const loadDataDir = new Blob([await readFile(inject('emptyPGlite'))]);
    const database = await openPGlite({ loadDataDir });
    return { database, close: () => database.destroy() };
  }
  const { url, drop } = await createPostgresDatabase();
  const database = await openPostgres(url);
  return {
    database,
    close: async () => {
      await database.destroy();
      await drop();
    },
  };
}

/** An empty database on the run's PostgreSQL. */
export async function createPostgresDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = inject('postgresUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await runOn(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => runOn(server, `drop database ${name} with (force)`) };
}

async function runOn(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
