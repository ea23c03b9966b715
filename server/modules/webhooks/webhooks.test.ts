import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { EventType } from '#shared/protocol/event-types';
import type { WebhookDelivery, WebhookWithSecret } from '#shared/protocol/vendor-webhooks';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { startTestServer, type TestDevice, type TestServer } from '../../test-vendor.test-kit';
import { recordEvent } from '../audit/record-event';
import { deliverWebhooks } from './deliver';
import { retrySeconds } from './retry-schedule';

interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
interface Envelope {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly data: Record<string, unknown>;
}

describe.each(databaseKinds)('ADM-3 webhooks on %s', (kind) => {
  let server: TestServer;
  let admin: TestDevice;
  let receiver: Server;
  let origin: string;
  const received: Received[] = [];
  let answer: (request: Received, response: ServerResponse) => void;
  /** Signatures are of their time: the receiver's clock is the real one. */
  let now = new Date();

  beforeAll(async () => {
    server = await startTestServer(kind, { privateWebhooks: true });
    server.setClock(new Date().toISOString());
    admin = await server.signIn('admin-1');
    receiver = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const one = {
          path: request.url ?? '',
          headers: request.headers,
          body: Buffer.concat(parts).toString(),
        };
        received.push(one);
        answer(one, response);
      });
    });
    await new Promise<void>((listening) => receiver.listen(0, '127.0.0.1', listening));
    origin = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
    answer = accept;
  });
  afterEach(async () => {
    answer = accept;
    received.length = 0;
    await server.database.deleteFrom('webhook_endpoint').execute();
  });
  afterAll(async () => {
    receiver.closeAllConnections();
    receiver.close();
    await server.close();
  });

  const accept = (_: Received, response: ServerResponse) => response.writeHead(204).end();
  const refuse = (_: Received, response: ServerResponse) => response.writeHead(500).end('broken');

  const ask = async <T>(method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object): Promise<T> => {
    const { status, body } = await admin.ask(method, `/api/v1/vendor/webhooks${path}`, payload);
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body as T;
  };
  const anEndpoint = (path = '/', types: readonly string[] = ['*']) => {
    server.setClock(new Date().toISOString());
    return ask<WebhookWithSecret>('POST', '', { url: `${origin}${path}`, description: 'ERP', types });
  };
  const happens = async (subjectId: string, type: EventType = 'order.placed') => {
    const subject = { type: 'order', id: subjectId };
    const by = { userId: 'rep-1', name: 'Ewa' };
    await recordEvent(server.database, {
      type,
      partnerId: 'partner-1',
      subject,
      by,
      at: new Date(),
      data: { number: 'VO-1' },
    });
  };
  const deliver = (options: { timeoutMs?: number; allowPrivate?: boolean } = {}) =>
    deliverWebhooks({ database: server.database, clock: () => now, allowPrivate: true, ...options });
  const toldOf = (path = '/') =>
    received.filter((one) => one.path === path).map(({ body }) => JSON.parse(body) as Envelope);
  const orders = (path = '/') =>
    toldOf(path)
      .filter(({ type }) => type.startsWith('com.fieldquote.order.'))
      .map(({ subject }) => subject);
  const deliveries = async (id: string, query = '') =>
    (await ask<{ deliveries: WebhookDelivery[] }>('GET', `/${id}/deliveries?${query}`)).deliveries;
  const later = (seconds: number) => {
    now = new Date(now.getTime() + seconds * 1_000);
  };
  afterEach(() => {
    now = new Date();
  });

  it('tells what happened as a CloudEvent that the Standard Webhooks library verifies', async () => {
    const { secret } = await anEndpoint('/', ['order.placed']);
    now = new Date();
    await happens('order-1');
    await happens('order-2', 'order.accepted');
    await deliver();
    expect(received).toHaveLength(1);
    const [{ body, headers } = { body: '', headers: {} as Record<string, string> }] = received;
    const envelope = new Webhook(secret).verify(body, headers as Record<string, string>) as Envelope;
    expect(envelope).toMatchObject({
      specversion: '1.0',
      id: headers['webhook-id'],
      source: 'urn:fieldquote:vendor',
      type: 'com.fieldquote.order.placed',
      subject: 'order/order-1',
      datacontenttype: 'application/json',
      data: { number: 'VO-1', partnerId: 'partner-1', actor: { id: 'rep-1', name: 'Ewa' } },
    });
    expect(headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
    expect(() => new Webhook(secret).verify(`${body} `, headers as Record<string, string>)).toThrow(
      'No matching signature found',
    );
  });

  it('a secret that was replaced signs beside the new one for a day', async () => {
    const { webhook, secret } = await anEndpoint('/', ['order.placed']);
    const { secret: next } = await ask<WebhookWithSecret>('POST', `/${webhook.id}/secret`);
    now = new Date();
    await happens('order-1');
    await deliver();
    const verify = (key: string) => {
      const [{ body, headers } = { body: '', headers: {} }] = received.slice(-1);
      return new Webhook(key).verify(body, headers as Record<string, string>);
    };
    expect([verify(secret), verify(next)]).toHaveLength(2);
    later(25 * 3_600);
    await happens('order-2');
    await deliver();
    expect(received.at(-1)?.headers['webhook-signature']).not.toContain(' ');
  });

  it('a target that fails is tried again later, and what came after waits for it, in order', async () => {
    const { webhook } = await anEndpoint('/', ['order.placed']);
    answer = refuse;
    await happens('order-1');
    await happens('order-2');
    await deliver();
    expect(orders()).toEqual(['order/order-1']);
    await deliver();
    expect(orders()).toEqual(['order/order-1']);
    expect(await deliveries(webhook.id)).toMatchObject([
      { state: 'waiting', attempts: 0 },
      { state: 'waiting', attempts: 1, lastStatus: 500, lastError: 'It answered 500: broken' },
    ]);
    answer = accept;
    later(retrySeconds[0] + 1);
    await deliver();
    expect(orders()).toEqual(['order/order-1', 'order/order-1', 'order/order-2']);
    // The same id, so that the receiver can tell.
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(2);
  });

  it('a target that hangs is given up in time and keeps no other endpoint waiting', async () => {
    await anEndpoint('/hangs', ['order.placed']);
    const { webhook } = await anEndpoint('/works', ['order.placed']);
    answer = (request, response) => {
      if (request.path === '/works') accept(request, response);
    };
    await happens('order-1');
    const start = performance.now();
    await deliver({ timeoutMs: 1_000 });
    expect(performance.now() - start).toBeLessThan(8_000);
    expect(orders('/works')).toEqual(['order/order-1']);
    expect(await deliveries(webhook.id)).toMatchObject([{ state: 'delivered' }]);
    const failed = await server.database
      .selectFrom('webhook_delivery')
      .select('last_error')
      .where('state', '=', 'waiting')
      .execute();
    expect(failed).toEqual([{ last_error: 'It did not answer within 1 seconds' }]);
  });

  it('a target that talks without end, or answers drop by drop, is not listened to', async () => {
    const { webhook } = await anEndpoint('/', ['order.placed']);
    answer = (_, response) => {
      response.writeHead(400);
      const talk = (): void => {
        while (!response.destroyed && response.write('x'.repeat(64 * 1024)));
        if (!response.destroyed) response.once('drain', talk);
      };
      talk();
    };
    await happens('order-1');
    await deliver();
    const [delivery] = await deliveries(webhook.id);
    expect(delivery?.lastError?.length).toBeLessThan(600);
  });

  it('after the last attempt the endpoint is switched off with a reason; switched on, it goes on with the next', async () => {
    const { webhook } = await anEndpoint('/', ['order.placed']);
    answer = refuse;
    await happens('order-1');
    await happens('order-2');
    for (const seconds of [0, ...retrySeconds]) {
      later(seconds + 1);
      await deliver();
    }
    expect(await ask('GET', '')).toMatchObject({
      webhooks: [{ enabled: false, offReason: 'failures', failed: 1, waiting: 1 }],
    });
    answer = accept;
    later(86_400);
    await deliver();
    expect(new Set(orders())).toEqual(new Set(['order/order-1']));
    server.setClock(now.toISOString());
    await ask('POST', `/${webhook.id}`, { enabled: true });
    await deliver();
    expect(orders().at(-1)).toBe('order/order-2');
  });

  it('a target that says it is gone is switched off at once', async () => {
    await anEndpoint('/', ['order.placed']);
    answer = (_, response) => response.writeHead(410).end();
    await happens('order-1');
    await deliver();
    expect(await ask('GET', '')).toMatchObject({ webhooks: [{ enabled: false, offReason: 'gone' }] });
  });

  it('redirects are not followed', async () => {
    const { webhook } = await anEndpoint('/', ['order.placed']);
    answer = (request, response) =>
      request.path === '/'
        ? response.writeHead(302, { location: `${origin}/inside` }).end()
        : accept(request, response);
    await happens('order-1');
    await deliver();
    expect(received.map(({ path }) => path)).toEqual(['/']);
    expect(await deliveries(webhook.id)).toMatchObject([
      { state: 'waiting', lastStatus: 302, lastError: 'It redirects, which is not followed' },
    ]);
  });

  it('nothing goes to loopback and private networks, whatever name leads there', async () => {
    const { webhook } = await anEndpoint('/', ['order.placed']);
    await server.database
      .updateTable('webhook_endpoint')
      .set({ url: `https://localhost:${new URL(origin).port}/` })
      .where('id', '=', webhook.id)
      .execute();
    await happens('order-1');
    await deliver({ allowPrivate: false });
    expect(received).toEqual([]);
    const [delivery] = await deliveries(webhook.id);
    expect(delivery).toMatchObject({ state: 'waiting', attempts: 1 });
    expect(delivery?.lastError).toMatch(/private network/);
  });

  it('tells one delivery again, and all since a time', async () => {
    const { webhook } = await anEndpoint('/', ['order.placed']);
    await happens('order-1');
    await happens('order-2');
    now = new Date(Date.now() + 1_000);
    await deliver();
    const [, first] = await deliveries(webhook.id);
    expect(await ask('POST', `/${webhook.id}/replay`, { deliveryId: first?.id })).toEqual({ count: 1 });
    await deliver();
    expect(orders()).toEqual(['order/order-1', 'order/order-2', 'order/order-1']);
    const since = await ask<{ count: number }>('POST', `/${webhook.id}/replay`, { since: first?.at });
    expect(since.count).toBeGreaterThanOrEqual(2);
    later(1);
    await deliver();
    expect(orders().slice(-2)).toEqual(['order/order-1', 'order/order-2']);
    expect(await deliveries(webhook.id, 'state=delivered')).toHaveLength(3 + since.count);
  });

  it('a test goes to the endpoint that is tested alone', async () => {
    const { webhook } = await anEndpoint('/one', ['lead.offered']);
    await anEndpoint('/two');
    await ask('POST', `/${webhook.id}/test`);
    await deliver();
    expect(toldOf('/one').map(({ type }) => type)).toEqual(['com.fieldquote.webhook.tested']);
    expect(toldOf('/two').map(({ type }) => type)).not.toContain('com.fieldquote.webhook.tested');
  });

  it('several servers at once deliver each event once and in order', async () => {
    await anEndpoint('/', ['order.placed']);
    for (let at = 0; at < 30; at += 1) await happens(`order-${at}`);
    now = new Date(Date.now() + 1_000);
    await Promise.all([deliver(), deliver(), deliver()]);
    expect(orders()).toEqual(Array.from({ length: 30 }, (_, at) => `order/order-${at}`));
  });

  it.runIf(kind === 'PostgreSQL')(
    'an event committed late is told all the same, and nothing is told before it',
    async () => {
      await anEndpoint('/', ['order.placed']);
      let commit: () => void = () => undefined;
      const committed = new Promise<void>((done) => (commit = done));
      let written: () => void = () => undefined;
      const isWritten = new Promise<void>((done) => (written = done));
      const slow = server.database.transaction().execute(async (queries) => {
        const subject = { type: 'order', id: 'order-slow' };
        const by = null;
        await recordEvent(queries, {
          type: 'order.placed',
          partnerId: 'partner-1',
          subject,
          by,
          at: new Date(),
          data: {},
        });
        written();
        await committed;
      });
      await isWritten;
      await happens('order-fast');
      now = new Date(Date.now() + 1_000);
      await deliver();
      expect(orders()).toEqual([]);
      commit();
      await slow;
      await deliver();
      expect(orders()).toEqual(['order/order-slow', 'order/order-fast']);
    },
  );

  it('a secret is told when it is made and never again', async () => {
    const { secret } = await anEndpoint();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(JSON.stringify(await ask('GET', ''))).not.toContain(secret);
    const audit = await admin.ask('GET', '/api/v1/vendor/audit?limit=500');
    expect(JSON.stringify(audit.body)).not.toContain(secret);
  });
});
