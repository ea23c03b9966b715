import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { IDBFactory } from 'fake-indexeddb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mutations } from '#shared/mutations/registry';
import { pushRequestSchema } from '#shared/protocol/push';
import { protocolVersion } from '#shared/protocol/version';
import { databaseName } from '../../renderer/db/database';
import { Device } from '../../renderer/sync/device.test-kit';
import type { Fetch } from '../../renderer/sync/server-api';
import { publishPriceBook } from '../../server/modules/snapshots/publish';
import { buildDemoVendor } from '../../server/seed/build-demo-vendor';
import { makeDemoFolder, startDemoServer, type DemoFolder, type DemoServer } from './demo-server';
import { freezeDatabase, freezeJournal } from './freeze-database';
import { restoreFrozen, type FrozenDatabase } from './frozen-database';
import { playPendingWork } from './pending-work';
import { smallDemo } from './small-demo';

/** The folder that what was frozen is written to, of a version that is about to be released: README.md says how. */
const folder = process.env['FREEZE_AS'];
const madeOn = '2026-11-22';

const { version: app } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
) as { version: string };

let demo: DemoFolder;
let server: DemoServer;
let frozen: FrozenDatabase;

/** Seconds apart, so that what was frozen reads like a day. */
function dayClock(): () => Date {
  let instant = Date.parse(`${madeOn}T09:00:00.000Z`);
  return () => new Date((instant += 1_000));
}

beforeAll(async () => {
  const clock = dayClock();
  const vendor = smallDemo(buildDemoVendor(madeOn));
  demo = await makeDemoFolder(vendor, clock);
  server = await startDemoServer(demo, { recordsPerPage: 5 });
  const { session, send } = await server.signIn('karin@rheinkontor.example');
  const pushed: FrozenDatabase['pushed'][number][] = [];
  const recorded: Fetch = async (path, init) => {
    const answer = await send(path, init);
    if (path.endsWith('/push') && answer.ok && typeof init.body === 'string') {
      const { clientId, mutations } = pushRequestSchema.parse(JSON.parse(init.body));
      pushed.push({ clientId, mutations });
    }
    return answer;
  };
  const factory = new IDBFactory();
  const [device, other] = [new Device(session, recorded, factory), new Device(session, recorded)];
  for (const laptop of [device, other]) Object.assign(laptop, { now: clock, appVersion: app });
  const [book] = vendor.priceBooks;
  if (!book) throw new Error('the demo has no price book');
  const { version, publishedAt: _, ...header } = book.header;
  await playPendingWork({
    device,
    other,
    today: madeOn,
    priceBook: { bookId: header.bookId, version },
    publishNext: async () => {
      const entries = book.entries.map((entry, at) => (at === 0 ? { ...entry, list: '99.00' } : entry));
      const next = { header, entries, partnerIds: null };
      await server.database
        .transaction()
        .execute((queries) => publishPriceBook(queries, server.chunks, next, clock()));
    },
  });
  other.restart();
  const database = await freezeDatabase(databaseName(session.userId), factory);
  const journal = freezeJournal(device.journalDisk);
  frozen = { app, madeOn, protocolVersion, session, ...database, pushed, journal };
}, 180_000);

afterAll(async () => {
  await server.close();
  await demo.remove();
  if (folder === undefined) return;
  const to = join(import.meta.dirname, folder);
  mkdirSync(to, { recursive: true });
  writeFileSync(join(to, 'pending-work.json'), `${JSON.stringify(frozen, null, 2)}\n`);
});

const column = (table: string, name: string): unknown[] =>
  (frozen.tables[table]?.rows ?? []).map((row) => Reflect.get(Object(row), name));

describe('what is frozen of this version', () => {
  it('has work of each kind that 0.3 had, at the least, in every place it can be', () => {
    const captured = new Set([
      ...column('outbox', 'name'),
      ...frozen.pushed.flatMap((request) =>
        request.mutations.map((sent) => Reflect.get(Object(sent), 'name')),
      ),
    ]);
    const kinds = Object.keys(mutations);
    expect(kinds.filter((name) => captured.has(name)).length).toBeGreaterThanOrEqual(30);
    expect(new Set(column('outbox', 'state'))).toEqual(new Set(['sent', 'waiting']));
    expect(new Set(column('parted', 'open'))).toEqual(new Set([0, 1]));
    expect(new Set(column('attention', 'open'))).toEqual(new Set([0, 1]));
    for (const table of ['records', 'meta', 'staged', 'aside', 'snapshots', 'chunks'])
      expect(frozen.tables[table]?.rows.length).toBeGreaterThan(0);
    expect(frozen.journal?.length).toBeGreaterThan(0);
  });

  it('is put back row for row', async () => {
    const factory = new IDBFactory();
    await restoreFrozen(frozen, factory);
    expect(await freezeDatabase(frozen.name, factory)).toEqual({
      name: frozen.name,
      version: frozen.version,
      tables: frozen.tables,
    });
  });
});
