import { setTimeout as delay } from 'node:timers/promises';
import type { AddressInfo } from 'node:net';
import { createParser } from 'eventsource-parser';
import { sql } from 'kysely';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { syncEventSchema } from '#shared/protocol/events';
import { buildApp } from '../../app';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { startTestServer, type TestDevice, type TestServer } from '../../test-vendor.test-kit';
import { defaultEventLimits, eventHub } from './event-hub';
import { anyPartner, sendHint } from './hints';

/** Servers share few processors in a test run. */
const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 15_000 });

const limits = { events: { keepAliveMs: 100, quietMs: 50, streamsPerSession: 2, streams: 4 } };

describe.each(databaseKinds)('hints on %s', { timeout: 60_000 }, (kind) => {
  const closing: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).toReversed()) await close();
  });

  async function start(options = {}) {
    const server = await startTestServer(kind, { limits, ...options });
    closing.push(() => server.close());
    return { server, url: await urlOf(server.app) };
  }
  const urlOf = async (app: TestServer['app']) => {
    await app.listen({ port: 0, host: '127.0.0.1' });
    return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  };

  /** Opens a stream and collects what comes. */
  async function listen(url: string, { headers }: Pick<TestDevice, 'headers'>) {
    const cut = new AbortController();
    closing.push(async () => cut.abort());
    const answer = await fetch(`${url}/api/v1/sync/events`, {
      headers: { ...headers, 'accept-encoding': 'br, gzip' },
      signal: cut.signal,
    });
    const heard: string[] = [];
    let comments = 0;
    const parser = createParser({
      onEvent: ({ event, data }) => heard.push(`${event} ${syncEventSchema.parse(JSON.parse(data)).about}`),
      onComment: () => (comments += 1),
    });
    const read = async (): Promise<'ended' | 'cut'> => {
      const decoder = new TextDecoder();
      try {
        for await (const part of answer.body ?? []) parser.feed(decoder.decode(part, { stream: true }));
        return 'ended';
      } catch {
        return 'cut';
      }
    };
    const ended = read();
    return { answer, heard, ended, comments: () => comments, cut: () => cut.abort() };
  }
  const work = (device: TestDevice, id = 'account-1') =>
    device.push(device.next('editAccount', { id, changes: { city: `Hel ${Math.random()}` } }));

  it('SY-8 says that records changed to every device of the partner, and nothing to another’s', async () => {
    const { server, url } = await start();
    const [mine, colleague, other] = await Promise.all([
      server.signIn('rep-1'),
      server.signIn('manager-1'),
      server.signIn('rep-2'),
    ]);
    const streams = await Promise.all([mine, colleague, other].map((device) => listen(url, device)));
    const [own, colleagues, others] = streams.map(({ heard }) => heard);
    expect(streams[0]?.answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(streams[0]?.answer.headers.get('content-encoding')).toBeNull();
    expect(streams[0]?.answer.headers.get('cache-control')).toBe('no-store');

    await work(mine);
    await eventually(() => expect([own, colleagues]).toEqual([['changed records'], ['changed records']]));
    await work(other, 'account-2');
    await eventually(() => expect(others).toEqual(['changed records']));
    expect([own, colleagues]).toEqual([['changed records'], ['changed records']]);
  });

  it('SY-8 says nothing of what was refused or undone, and many changes at once in few words', async () => {
    let breaks = false;
    const { server, url } = await start({
      failpoint: async (name: string) => {
        if (breaks && name === 'push:before-commit') throw new Error('power cut');
      },
    });
    const device = await server.signIn('rep-1');
    const { heard } = await listen(url, device);
    await work(device, 'no-such-account');
    breaks = true;
    const undone = {
      protocolVersion: 2,
      clientId: device.clientId,
      mutations: [device.next('editAccount', { id: 'account-1', changes: { city: 'X' } })],
    };
    expect((await device.ask('POST', '/api/v1/sync/push', undone)).status).toBe(500);
    breaks = false;
    expect(heard).toEqual([]);
    const fresh = await server.signIn('rep-1');
    for (let count = 0; count < 10; count += 1) await work(fresh);
    await eventually(() => expect(heard.length).toBeGreaterThan(1));
    expect(heard.length).toBeLessThan(10);
  });

  it('SY-8 says that a price book was published, to those who may have it', async () => {
    const { server, url } = await start();
    const [reader, other, admin] = [
      await server.signIn('rep-1'),
      await server.signIn('rep-2'),
      await server.signIn('admin-1'),
    ];
    const [mine, others] = [await listen(url, reader), await listen(url, other)];
    const publish = { family: null, percent: '5', note: '' };
    const published = await admin.ask('POST', '/api/v1/vendor/price-books/book-1/publish', publish);
    expect(published.status).toBe(200);
    await eventually(() => expect(mine.heard).toEqual(['changed snapshots']));
    expect(others.heard).toEqual([]);
  });

  it.runIf(kind === 'PostgreSQL')(
    'SY-8 is heard on every server, also after its connection was lost',
    async () => {
      const { server } = await start();
      const { database, dataDir } = server;
      const replica = await buildApp({
        database,
        dataDir,
        rendererDir: dataDir,
        limits: { ...limits, eventLoopDelayMs: 0 },
        clock: () => new Date('2026-03-10T10:00:00.000Z'),
      });
      closing.push(() => replica.close());
      const device = await server.signIn('rep-1');
      const { heard } = await listen(await urlOf(replica), device);
      await work(device);
      await eventually(() => expect(heard).toEqual(['changed records']));

      await database.connection().execute(async (queries) => {
        await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and query like 'listen%'`.execute(queries);
      });
      // Anything may have been sent meanwhile: it says so.
      await eventually(() => expect(heard).toContain('changed snapshots'));
      const before = heard.length;
      await delay(limits.events.quietMs * 2);
      await work(device);
      await eventually(() => expect(heard.length).toBeGreaterThan(before));
    },
  );

  it('needs someone signed in, and ends when they sign out', async () => {
    const { server, url } = await start();
    expect((await fetch(`${url}/api/v1/sync/events`)).status).toBe(401);
    const device = await server.signIn('rep-1');
    const { ended, comments } = await listen(url, device);
    await eventually(() => expect(comments()).toBeGreaterThan(2));
    await device.ask('DELETE', '/api/v1/session');
    expect(await ended).toBe('ended');
  });

  it('closes the oldest stream of a sign-in that opens too many, and opens none above the limit', async () => {
    const { server, url } = await start();
    const device = await server.signIn('rep-1');
    const [first, second] = [await listen(url, device), await listen(url, device)];
    const third = await listen(url, device);
    expect(await first.ended).toBe('ended');
    const others = await Promise.all([server.signIn('rep-1'), server.signIn('rep-2')]);
    for (const other of others) await listen(url, other);
    const tooMany = await listen(url, await server.signIn('rep-1'));
    expect([tooMany.answer.status, Number(tooMany.answer.headers.get('retry-after')) > 0]).toEqual([
      429,
      true,
    ]);
    await server.database
      .transaction()
      .execute((queries) => sendHint(queries, { about: 'records', partnerId: anyPartner }));
    await eventually(() => expect([second.heard.length, third.heard.length]).toEqual([1, 1]));
  });

  it('does not hold up a server that is stopped', async () => {
    const { server, url } = await start();
    const { ended } = await listen(url, await server.signIn('rep-1'));
    const before = Date.now();
    await server.app.close();
    expect(await ended).toBe('ended');
    expect(Date.now() - before).toBeLessThan(5_000);
  });
});

it('opens no stream that waited for the database while the server was stopped, or the others came', async () => {
  const opened = async (meanwhile: (hub: ReturnType<typeof eventHub>) => void) => {
    const hub = eventHub(
      { listen: () => delay(10, async () => undefined) },
      async () => new Set(),
      () => undefined,
      { ...defaultEventLimits, streams: 1 },
    );
    const streams = [hub.open('partner-1', 'one'), hub.open('partner-1', 'two')];
    meanwhile(hub);
    const open = (await Promise.all(streams)).filter((stream) => stream !== undefined);
    hub.endAll();
    await hub.close();
    return open.length;
  };
  expect(await opened((hub) => hub.endAll())).toBe(0);
  expect(await opened(() => undefined)).toBe(1);
});
