import { mkdir, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiErrorSchema } from '#shared/protocol/error';
import { sessionSchema } from '#shared/protocol/session';
import { snapshotListSchema } from '#shared/protocol/snapshot';
import { protocolVersion } from '#shared/protocol/version';
import { databaseKinds } from '../db/test-databases.test-kit';
import { startTestServer, testPassword, type TestServer } from '../test-vendor.test-kit';

/** Over a real socket, as devices come. */
describe.each(databaseKinds)('the interface over HTTP on %s', (kind) => {
  let server: TestServer;
  let url: string;
  beforeAll(async () => {
    server = await startTestServer(kind);
    await server.app.listen({ port: 0, host: '127.0.0.1' });
    url = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(url + path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  const errorOf = async (answer: Response) => apiErrorSchema.parse(await answer.json()).error;
  const signIn = async () => {
    const answer = await post(
      '/api/v1/session',
      JSON.stringify({ email: 'rep-1@example.com', password: testPassword }),
    );
    sessionSchema.parse(await answer.json());
    return { cookie: answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '' };
  };

  it('carries a session from sign-in through push, pull and snapshots to sign-out', async () => {
    const cookie = await signIn();
    const edit = {
      seq: 1,
      name: 'editAccount',
      schemaVersion: 1,
      args: { id: 'account-1', changes: { name: '客户 № 1' } },
      businessId: null,
      capturedAt: '2026-03-10T09:00:00.000Z',
    };
    const push = { protocolVersion: 1, clientId: 'device', mutations: [edit] };
    expect(await (await post('/api/v1/sync/push', JSON.stringify(push), cookie)).json()).toEqual({
      lastSeq: 1,
      refused: [],
    });
    const pull = { protocolVersion: 1, clientId: 'device', cookie: null, page: null, refusedFrom: null };
    const pulled = await (await post('/api/v1/sync/pull', JSON.stringify(pull), cookie)).text();
    expect(pulled).toContain('客户 № 1');
    const list = snapshotListSchema.parse(
      await (await fetch(`${url}/api/v1/snapshots`, { headers: cookie })).json(),
    );
    const [manifest] = list.snapshots;
    const chunkRef = manifest?.chunks[0];
    const chunk = await fetch(`${url}/api/v1/snapshots/catalog/${manifest?.id}/chunks/${chunkRef?.hash}`, {
      headers: cookie,
    });
    expect((await chunk.arrayBuffer()).byteLength).toBe(chunkRef?.bytes);

    expect((await fetch(`${url}/api/v1/session`, { method: 'DELETE', headers: cookie })).status).toBe(204);
    expect((await fetch(`${url}/api/v1/session`, { headers: cookie })).status).toBe(401);
  });

  it('answers everything that is wrong with a typed error', async () => {
    const cookie = await signIn();
    const large = JSON.stringify({ email: 'x'.repeat(2_000_000), password: 'x' });
    const cases: readonly (readonly [Response, string])[] = [
      [await fetch(`${url}/api/v1/no-such-thing`), 'not-found'],
      [await fetch(`${url}/assets/no-such-file.js`), 'not-found'],
      [await post('/api/v1/session', '{"email":'), 'bad-request'],
      [await post('/api/v1/session', 'null'), 'bad-request'],
      [await post('/api/v1/session', large), 'too-large'],
      [await post('/api/v1/session', '<a/>', { 'content-type': 'application/xml' }), 'bad-request'],
      [await post('/api/v1/sync/pull', '{}'), 'not-signed-in'],
      [await post('/api/v1/sync/pull', '{}', { authorization: 'Bearer nobody' }), 'not-signed-in'],
      [await post('/api/v1/sync/pull', '{}', cookie), 'bad-request'],
      [
        await fetch(`${url}/api/v1/snapshots/catalog/x/99999999999999999999`, { headers: cookie }),
        'bad-request',
      ],
    ];
    for (const [answer, type] of cases) expect((await errorOf(answer)).type).toBe(type);
  });

  it('survives a device that goes away in the middle of a push, and takes nothing of it', async () => {
    const { cookie } = await signIn();
    const { port } = new URL(url);
    const socket = connect(Number(port), '127.0.0.1');
    const head = `POST /api/v1/sync/push HTTP/1.1\r\nHost: x\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n{"protocolVersion":1,`;
    await new Promise((resolve) => {
      socket.write(head, resolve);
    });
    socket.destroy();
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it('names whom to try in a demo at /healthz, and only there', async () => {
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'ok', protocolVersion });
    const demo = {
      password: testPassword,
      accounts: [
        { email: 'rep-1@example.com', name: 'rep-1', role: 'rep' as const, partnerName: 'Vistula IT' },
      ],
    };
    const trying = await startTestServer(kind, { demo });
    const answer = await trying.app.inject('/healthz');
    expect(answer.json()).toEqual({ status: 'ok', protocolVersion, demo });
    await trying.close();
  });

  it('describes every endpoint at /openapi.json from the schemas that check it', async () => {
    const description = (await (await fetch(`${url}/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { summary?: string; requestBody?: object }>>;
    };
    // That every route is in it, open-api.test.ts says.
    expect(Object.keys(description.paths)).toEqual(
      expect.arrayContaining(['/api/v1/session', '/api/v1/sync/push', '/api/v1/vendor/orders', '/healthz']),
    );
    expect(JSON.stringify(description.paths['/api/v1/sync/push']?.['post']?.requestBody)).toContain(
      'capturedAt',
    );
  });

  it('serves the built application: pages anew, hashed assets for ever', async () => {
    const missing = await fetch(url);
    expect([missing.status, await missing.text()]).toEqual([503, expect.stringContaining('vite build')]);

    const build = join(server.dataDir, 'renderer');
    await mkdir(join(build, 'assets'), { recursive: true });
    await writeFile(join(build, 'index.html'), '<!doctype html>the page');
    await writeFile(join(build, 'sw.js'), '');
    await writeFile(join(build, 'assets/index-l17GnP2c.js'), 'export {};');
    for (const path of ['/', '/quotes', '/quotes/01a1/proposal', '/catalog/book/AB.12']) {
      const page = await fetch(url + path, { headers: { accept: 'text/html' } });
      expect([path, await page.text(), page.headers.get('cache-control')]).toEqual([
        path,
        '<!doctype html>the page',
        'no-cache',
      ]);
      expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    }
    const caching = async (path: string) => (await fetch(url + path)).headers.get('cache-control');
    expect(await caching('/assets/index-l17GnP2c.js')).toBe('public, max-age=31536000, immutable');
    expect(await caching('/sw.js')).toBe('no-cache');
    const outside = await fetch(`${url}/..%2f..%2fserver.lock`);
    expect([403, 404]).toContain(outside.status);
  });

  it('says that it cannot work while the database does not answer', async () => {
    const broken = await startTestServer(kind);
    await broken.database.destroy();
    const answer = await broken.app.inject('/healthz');
    expect(answer.statusCode).toBe(503);
    expect(answer.json().error.type).toBe('unavailable');
    await broken.close();
  });
});
