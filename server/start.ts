import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { err, ok, type Result } from '#shared/lib/result';
import { buildApp, snapshotFolder } from './app';
import { systemClock } from './clock';
import { lockDataFolder, prepareDataFolder } from './data-folder';
import { openPGlite, openPostgres, type Database } from './db/database';
import { importAndReport } from './modules/catalog-import/import-and-report';
import { beginNewEpoch } from './modules/maintenance/new-epoch';
import { runJobs } from './modules/maintenance/jobs';
import { priceBookSource } from './modules/snapshots/price-book-source';
import { collectSnapshots } from './modules/snapshots/collect';
import { openChunkStore } from './modules/snapshots/store-options';
import type { ServerOptions } from './options';
import { serverJobs } from './jobs';
import { demoAccess, seedDemo } from './seed-database';

export interface RunningServer {
  /** Null after an import without serving. */
  readonly address: string | null;
  /** The process's exit code if nothing more happens: 2 when a file could not be imported at all. */
  readonly exitCode: 0 | 2;
  close(): Promise<void>;
}

const longestCloseMs = 5_000;
const rendererDir = fileURLToPath(new URL('../out/renderer', import.meta.url));

/** Opens the data, does what the options ask, and listens. The error is one line for the operator; nothing is left open then. */
export async function startServer(
  options: ServerOptions,
  print: (line: string) => void,
): Promise<Result<RunningServer, string>> {
  const dataDir = resolve(options.dataDir);
  const prepared = await prepareDataFolder(dataDir);
  if (!prepared.ok) return prepared;
  const opened = await openData(dataDir, options);
  if (!opened.ok) return opened;
  const { database, release } = opened.value;
  const closeData = async (): Promise<void> => {
    await database.destroy();
    await release();
  };

  try {
    const clock = systemClock;
    const chunks = openChunkStore(options.snapshots, snapshotFolder(dataDir));
    if (options.restored) await beginNewEpoch(database);
    if (options.demo) await seedDemo(database, chunks, clock);
    const exitCode =
      options.import === null || (await importAndReport(database, chunks, options.import, clock, print))
        ? 0
        : 2;
    if (options.collectSnapshots !== null) {
      const collected = await collectSnapshots(database, chunks, {
        keepDays: options.collectSnapshots,
        now: clock(),
      });
      print(
        `Removed ${collected.versions} versions of catalogs and price books, and ${collected.chunks} files.`,
      );
    }
    if (options.port === null) return ok({ address: null, exitCode, close: closeData });
    const app = await buildApp({
      database,
      dataDir,
      chunks,
      rendererDir,
      clock,
      trustProxy: options.trustProxy,
      privateWebhooks: options.privateWebhooks,
      orderStatusSecret: options.orderStatusSecret,
      demo: options.demo ? await demoAccess(database) : undefined,
      log: true,
      // Others than pushes need a connection too.
      limits: { pushes: { atOnce: Math.max(1, options.postgres.poolSize - 2) } },
    });
    const stopJobs = runJobs(
      database,
      serverJobs({
        database,
        books: priceBookSource(chunks),
        chunks,
        clock,
        tombstoneDays: options.tombstoneDays,
        privateWebhooks: options.privateWebhooks,
      }),
      {
        clock,
        onError: (error) => app.log.error(error),
      },
    );
    const close = async (): Promise<void> => {
      await app.close();
      await stopJobs();
      // What was cut off may still be at work; the process ends without it, and PostgreSQL undoes it.
      await Promise.race([closeData(), delay(longestCloseMs, undefined, { ref: false })]);
    };
    try {
      const address = await app.listen({ port: options.port, host: options.host });
      return ok({ address, exitCode, close });
    } catch (error) {
      await close();
      return err(whyNotListening(error as NodeJS.ErrnoException, options));
    }
  } catch (error) {
    await closeData();
    throw error;
  }
}

async function openData(
  dataDir: string,
  { databaseUrl: url, postgres }: Pick<ServerOptions, 'databaseUrl' | 'postgres'>,
): Promise<Result<{ database: Database; release: () => Promise<void> }, string>> {
  if (url !== null) {
    try {
      return ok({ database: await openPostgres(url, postgres), release: () => Promise.resolve() });
    } catch (error) {
      return err(`DATABASE_URL cannot be used: ${rootMessage(error)}`);
    }
  }
  const lock = await lockDataFolder(dataDir);
  if (!lock.ok) return lock;
  try {
    return ok({ database: await openPGlite({ dataDir: join(dataDir, 'pglite') }), release: lock.value });
  } catch (error) {
    await lock.value();
    return err(`The database in ${dataDir} cannot be opened: ${rootMessage(error)}`);
  }
}

function whyNotListening({ code, message }: NodeJS.ErrnoException, { port, host }: ServerOptions): string {
  if (code === 'EADDRINUSE') return `Port ${port} on ${host} is taken; choose another with --port`;
  if (code === 'EACCES') return `Port ${port} on ${host} may not be used by this account`;
  return `Cannot listen on ${host}:${port}: ${message}`;
}

/** The innermost cause says most; several tried addresses (an AggregateError) have no message of their own. */
function rootMessage(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return rootMessage(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message || error.name : rootMessage(error.cause);
}
