import { cp, mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sessionSchema, type Session } from '#shared/protocol/session';
import type { Fetch } from '../../renderer/sync/server-api';
import { buildApp, snapshotFolder } from '../../server/app';
import { openPGlite, type Database } from '../../server/db/database';
import { folderChunkStore, type ChunkStore } from '../../server/modules/snapshots/chunk-store';
import { seedDatabase } from '../../server/seed-database';
import type { DemoVendor } from '../../server/seed/demo-vendor';
import { demoPassword } from '../../server/seed/partners/build-people';

export interface DemoServer {
  readonly database: Database;
  readonly chunks: ChunkStore;
  /** Signs one of the demo's people in over HTTP, as the desktop's main does. */
  signIn(email: string): Promise<SignedIn>;
  close(): Promise<void>;
}

export interface SignedIn {
  readonly session: Session;
  /** Asks this server in the person's name. */
  readonly send: Fetch;
}

/** A vendor's data on the disk, made once for all the servers that begin with it: making it takes longer than most tests. */
export interface DemoFolder {
  readonly path: string;
  readonly clock: () => Date;
  remove(): Promise<void>;
}

export async function makeDemoFolder(vendor: DemoVendor, clock: () => Date): Promise<DemoFolder> {
  const path = await temporaryFolder();
  const database = await openPGlite({ dataDir: databaseFolder(path) });
  await seedDatabase(database, folderChunkStore(snapshotFolder(path)), vendor, clock);
  await database.destroy();
  return { path, clock, remove: () => rm(path, { recursive: true, force: true }) };
}

const temporaryFolder = () => mkdtemp(join(tmpdir(), 'fieldquote-upgrade-'));
const databaseFolder = (dataDir: string): string => join(dataDir, 'database');

/** A vendor server of this version on a port of its own, with an embedded database that is a copy of the folder's. */
export async function startDemoServer(
  { path, clock }: DemoFolder,
  options: { readonly recordsPerPage?: number } = {},
): Promise<DemoServer> {
  const dataDir = await temporaryFolder();
  await cp(path, dataDir, { recursive: true });
  const database = await openPGlite({ dataDir: databaseFolder(dataDir) });
  const chunks = folderChunkStore(snapshotFolder(dataDir));
  const app = await buildApp({ database, dataDir, rendererDir: dataDir, clock, ...options });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const origin = `http://127.0.0.1:${String((app.server.address() as AddressInfo).port)}`;
  return {
    database,
    chunks,
    signIn: async (email) => {
      const answer = await fetch(`${origin}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-fieldquote-host': 'electron' },
        body: JSON.stringify({ email, password: demoPassword }),
      });
      const authorization = `Bearer ${answer.headers.get('x-session-token') ?? ''}`;
      const send: Fetch = (path, init) => {
        const headers = new Headers(init.headers);
        headers.set('authorization', authorization);
        return fetch(origin + path, { ...init, headers });
      };
      return { session: sessionSchema.parse(await answer.json()), send };
    },
    close: async () => {
      await app.close();
      await database.destroy();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
