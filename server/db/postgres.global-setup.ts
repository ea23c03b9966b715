import { mkdtempSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { TestProject } from 'vitest/node';
import { startTemporaryPostgres } from './temporary-postgres.test-kit';

/** For the whole run: an empty PGlite to start others from, and one PostgreSQL. */
export default async function prepareDatabases(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'fieldquote-pglite-'));
  project.provide('emptyPGlite', await dumpEmptyPGlite(folder));
  const postgres = await startTemporaryPostgres();
  project.provide('postgresUrl', postgres.url);
  return async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function dumpEmptyPGlite(folder: string): Promise<string> {
  const file = join(folder, 'empty-pglite.tar');
  const pglite = await PGlite.create();
  const dump = await pglite.dumpDataDir('none');
  await writeFile(file, Buffer.from(await dump.arrayBuffer()));
  await pglite.close();
  return file;
}
