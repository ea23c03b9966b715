import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import {
  anAccount,
  anAgreement,
  anEntry,
  aPartner,
  aProduct,
  aBook,
} from '#shared/domain/quote/quote.test-kit';
import type { Quote } from '#shared/domain/quote/quote';
import { newId } from '#shared/lib/ids';
import type { ArgsOf, MutationName } from '#shared/mutations/registry';
import type { PullResponse } from '#shared/protocol/pull';
import type { PushResponse, SentMutation } from '#shared/protocol/push';
import { protocolVersion } from '#shared/protocol/version';
import { buildApp, snapshotFolder, type AppOptions } from './app';
import type { Database } from './db/database';
import { openTestDatabase, type DatabaseKind } from './db/test-databases.test-kit';
import { folderChunkStore, type ChunkStore } from './modules/snapshots/chunk-store';
import { seedDatabase } from './seed-database';
import type { DemoVendor } from './seed/demo-vendor';

export const testPassword = 'a password with ünicode';
export const testDay = '2026-03-10';
const testTime = `${testDay}T10:00:00.000Z`;

const person = (id: string, partnerId: string, role: 'rep' | 'manager' | 'channel' | 'admin') => ({
  id,
  partnerId,
  name: id,
  email: `${id}@example.com`,
  role,
  phone: '',
  password: testPassword,
});

const own = { partnerId: 'partner-1' };
const other = { partnerId: 'partner-2' };

/** Two resellers with a book each, and the vendor's channel manager. Small, and all figures round. */
export const aVendor = (): DemoVendor => ({
  partners: [aPartner(), aPartner({ id: 'partner-2', ...other, name: 'Odra Systems' })],
  people: [
    person('rep-1', 'partner-1', 'rep'),
    person('manager-1', 'partner-1', 'manager'),
    person('rep-2', 'partner-2', 'rep'),
    person('channel-1', 'vendor', 'channel'),
    person('admin-1', 'vendor', 'admin'),
  ],
  agreements: [anAgreement()],
  catalog: { id: 'catalog-main', products: [aProduct()] },
  priceBooks: [
    {
      header: aBook({ bookId: 'book-1', version: 1 }).header,
      entries: [anEntry()],
      partnerIds: ['partner-1'],
    },
    {
      header: aBook({ bookId: 'book-2', version: 1 }).header,
      entries: [anEntry({ list: '90.00' })],
      partnerIds: ['partner-2'],
    },
  ],
  authorities: [],
  records: [
    { type: 'account', record: anAccount({ ...own, ownerId: 'rep-1' }) },
    { type: 'account', record: anAccount({ id: 'account-2', ...other, ownerId: 'rep-2' }) },
  ],
  leads: [],
  ruleSets: [],
});

/** A server on a database of its own, with `aVendor` in it and a clock that tests turn. */
export interface TestServer {
  readonly app: FastifyInstance;
  readonly database: Database;
  readonly chunks: ChunkStore;
  readonly dataDir: string;
  readonly setClock: (instant: string) => void;
  /** Signs in over the interface, as a new device. */
  signIn(userId: string, clientId?: string): Promise<TestDevice>;
  close(): Promise<void>;
}

export async function startTestServer(
  kind: DatabaseKind,
  options: Partial<AppOptions> = {},
): Promise<TestServer> {
  const opened = await openTestDatabase(kind);
  const { database } = opened;
  const dataDir = await mkdtemp(join(tmpdir(), 'fieldquote-server-'));
  let now = new Date(testTime);
  const clock = () => now;
  const chunks = folderChunkStore(snapshotFolder(dataDir));
  await seedDatabase(database, chunks, aVendor(), clock);
  const rendererDir = join(dataDir, 'renderer');
  const app = await buildApp({
    database,
    dataDir,
    rendererDir,
    clock,
    signInsPerMinute: 1_000,
    ...options,
    // Tests share few processors: being slow is no reason to turn away what they ask.
    limits: { eventLoopDelayMs: 0, ...options.limits },
  });
  return {
    app,
    database,
    chunks,
    dataDir,
    setClock: (instant) => {
      now = new Date(instant);
    },
    signIn: async (userId, clientId = newId()) => {
      const answer = await app.inject({
        method: 'POST',
        url: '/api/v1/session',
        headers: { 'x-fieldquote-host': 'electron' },
        payload: { email: `${userId}@example.com`, password: testPassword },
      });
      return testDevice(app, clientId, String(answer.headers['x-session-token']));
    },
    close: async () => {
      await app.close();
      await opened.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** One installation with a person signed in: numbers its mutations and remembers its cookie. */
export interface TestDevice {
  readonly clientId: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The next mutation of this device, not yet sent. */
  next<N extends MutationName>(name: N, args: ArgsOf<N>, changes?: Partial<SentMutation>): SentMutation;
  push(...mutations: readonly SentMutation[]): Promise<PushResponse>;
  /** One request; `cookie` null is the first pull of a device. */
  pull(from?: {
    cookie?: string | null;
    page?: string | null;
    refusedFrom?: number | null;
    protocolVersion?: number;
  }): Promise<PullResponse>;
  /** The status and body of any request. */
  ask(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    payload?: object,
  ): Promise<{ status: number; body: unknown }>;
}

function testDevice(app: FastifyInstance, clientId: string, token: string): TestDevice {
  const headers = { authorization: `Bearer ${token}` };
  let lastSeq = 0;
  const ask: TestDevice['ask'] = async (method, url, payload) => {
    const answer = await app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
    return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() };
  };
  const must = async <T>(url: string, payload: object): Promise<T> => {
    const { status, body } = await ask('POST', url, payload);
    if (status !== 200) throw new Error(`${url} answered ${status}: ${JSON.stringify(body)}`);
    return body as T;
  };
  return {
    clientId,
    headers,
    next: (name, args, changes = {}) => {
      lastSeq += 1;
      return {
        seq: lastSeq,
        name,
        schemaVersion: 1,
        args,
        businessId: null,
        capturedAt: testTime,
        ...changes,
      };
    },
    push: (...mutations) => must('/api/v1/sync/push', { protocolVersion, clientId, mutations }),
    pull: ({
      cookie = null,
      page = null,
      refusedFrom = null,
      protocolVersion: version = protocolVersion,
    } = {}) => must('/api/v1/sync/pull', { protocolVersion: version, clientId, cookie, page, refusedFrom }),
    ask,
  };
}

/** What a device sends to make this quote. */
export function newQuoteArgs(quote: Quote): ArgsOf<'createQuote'> {
  const {
    partnerId: _p,
    ownerId: _o,
    state: _s,
    revision: _r,
    approval: _a,
    createdAt: _c,
    updatedAt: _u,
    ...args
  } = quote;
  return args;
}

/** The patch of an answer that must be one. */
export function patchOf(answer: PullResponse): Extract<PullResponse, { kind: 'patch' }> {
  if (answer.kind !== 'patch') throw new Error(`expected a patch, got ${answer.kind}`);
  return answer;
}
