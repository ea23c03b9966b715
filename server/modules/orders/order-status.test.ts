import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StatusImported } from '#shared/protocol/order-status';
import { lines } from '#shared/domain/quote/quote.test-kit';
import { databaseKinds } from '../../db/test-databases.test-kit';
import {
  patchOf,
  startTestServer,
  testDay,
  type TestDevice,
  type TestServer,
} from '../../test-vendor.test-kit';
import { order, publishContractBook, report, storedOrder } from '../contracts/contracts.test-kit';

const secret = `whsec_${Buffer.from('a secret of thirty-two bytes, no less').toString('base64')}`;
const now = new Date(`${testDay}T10:00:00.000Z`);

describe.each(databaseKinds)('the way of an order on %s', (kind) => {
  let server: TestServer;
  let rep: TestDevice;
  let vendor: TestDevice;
  beforeAll(async () => {
    server = await startTestServer(kind, { orderStatusSecret: secret });
    await publishContractBook(server);
    rep = await server.signIn('rep-1');
    vendor = await server.signIn('channel-1');
  });
  afterAll(() => server.close());

  /** An order on the server, and the vendor's number of it. */
  async function placed() {
    const { id, refusal } = await order(rep, { items: lines({ quantity: '2' }) });
    expect(refusal).toBeNull();
    const { vendorOrderNumber } = await storedOrder(server, id);
    return { id, number: vendorOrderNumber ?? '' };
  }
  const events = async (id: string) => {
    const rows = await server.database
      .selectFrom('event')
      .select(['type', 'actor_name', 'data'])
      .where('subject_id', '=', id)
      .where('type', '=', 'order.reported')
      .orderBy('seq')
      .execute();
    return rows.map(({ actor_name: by, data }) => ({ by, kind: (data as { kind: string }).kind }));
  };

  describe('told by the vendor’s people', () => {
    it('ORD-1 moves the order on, comes down, and is in the audit trail', async () => {
      const { id } = await placed();
      const { cookie } = patchOf(await rep.pull());
      const at = '2026-03-09T08:00:00.000Z';
      const answer = await report(vendor, id, { kind: 'shipped', reference: 'DN-7', at, note: 'two boxes' });
      expect(answer).toMatchObject({ status: 200, body: { repeated: false, order: { state: 'shipped' } } });
      const { changes } = patchOf(await rep.pull({ cookie }));
      expect(changes.find((change) => change.id === id)?.record).toMatchObject({
        state: 'shipped',
        reports: [{ kind: 'shipped', reference: 'DN-7', at, note: 'two boxes', amount: null }],
      });
      expect(await events(id)).toEqual([{ by: 'channel-1', kind: 'shipped' }]);
    });

    it('ORD-1 is known by kind and reference: told again it changes nothing, and its first words stay', async () => {
      const { id } = await placed();
      await report(vendor, id, { kind: 'invoiced', reference: 'INV-1', amount: '190.00' });
      const again = await report(vendor, id, { kind: 'invoiced', reference: 'INV-1', amount: '999.00' });
      expect(again).toMatchObject({ status: 200, body: { repeated: true } });
      expect((await storedOrder(server, id)).reports).toMatchObject([{ amount: '190.00' }]);
      expect(await events(id)).toHaveLength(1);
    });

    it('ORD-1 never goes backwards, and a payment of a part is not the whole', async () => {
      const { id } = await placed();
      await report(vendor, id, { kind: 'paid', reference: 'P-1', amount: '100.00' });
      expect((await storedOrder(server, id)).state).toBe('invoiced');
      await report(vendor, id, { kind: 'shipped', reference: 'DN-1' });
      expect((await storedOrder(server, id)).state).toBe('invoiced');
      await report(vendor, id, { kind: 'paid', reference: 'P-2', amount: '90.00' });
      expect((await storedOrder(server, id)).state).toBe('paid');
    });

    it('refuses what is not there, was rejected, is no step, or has not happened', async () => {
      const { id } = await placed();
      await vendor.ask('POST', `/api/v1/vendor/orders/${id}/decision`, {
        decision: 'rejected',
        reason: 'no',
      });
      expect(await report(vendor, id, {})).toMatchObject({
        status: 409,
        body: { error: { type: 'conflict' } },
      });
      expect(await report(vendor, 'no-such-order', {})).toMatchObject({ status: 404 });
      const other = await placed();
      const bad = { kind: 'lost' } as unknown as { kind: 'shipped' };
      expect(await report(vendor, other.id, bad)).toMatchObject({ status: 400 });
      const future = await report(vendor, other.id, { at: '2027-01-01T00:00:00.000Z' });
      expect(future).toMatchObject({ status: 400, body: { error: { issues: [{ path: 'at' }] } } });
      expect(await report(rep, other.id, {})).toMatchObject({ status: 403 });
      expect((await storedOrder(server, other.id)).reports ?? []).toEqual([]);
    });
  });

  describe('from a file', () => {
    const importing = async (text: string, device = vendor) => {
      const { status, body } = await device.ask('POST', '/api/v1/vendor/orders/status-import', { text });
      return { status, body: body as StatusImported };
    };
    const head = 'vendorOrderNumber,kind,date,reference,amount,note';

    it('ORD-1 takes all rows, in any column order, with semicolons and a byte order mark', async () => {
      const [a, b] = [await placed(), await placed()];
      const { body } = await importing(
        `\uFEFFKind;VENDORORDERNUMBER;date;amount;note\r\nshipped;${a.number};2026-03-08;;"two\nlines; and more"\r\n\r\npaid;${b.number};2026-03-09T10:00:00Z;190.00;\r\n`,
      );
      expect(body).toEqual({ rows: 2, taken: 2, repeated: 0, errors: [] });
      expect(await storedOrder(server, a.id)).toMatchObject({
        state: 'shipped',
        reports: [{ at: '2026-03-08T12:00:00.000Z', note: 'two\nlines; and more' }],
      });
      expect(await storedOrder(server, b.id)).toMatchObject({ state: 'paid' });
    });

    it('ORD-1 takes nothing of a file with anything wrong, and says what is wrong with which row', async () => {
      const { id, number } = await placed();
      const text = [
        head,
        `${number},shipped,2026-03-08,DN-1,,`,
        'VO-999999,shipped,2026-03-08,,,',
        `${number},lost,08.03.2026,,"1,5",`,
        `${number},paid,2027-03-08,,,`,
        `,shipped,2026-03-08,,,`,
      ].join('\n');
      const { body } = await importing(text);
      expect(body).toMatchObject({ rows: 5, taken: 0, repeated: 0 });
      expect(body.errors.map(({ row, column, problem }) => [row, column, problem])).toEqual([
        [3, 'vendorOrderNumber', 'unknown-order'],
        [4, 'kind', 'unknown-kind'],
        [4, 'date', 'not-a-date'],
        [4, 'amount', 'not-an-amount'],
        [5, 'date', 'in-the-future'],
        [6, 'vendorOrderNumber', 'missing'],
      ]);
      expect((await storedOrder(server, id)).reports ?? []).toEqual([]);
      expect(await events(id)).toEqual([]);
    });

    it('ORD-1 the same file again, and the same row twice, count once', async () => {
      const { id, number } = await placed();
      const row = `${number},shipped,2026-03-08,DN-1,,`;
      expect((await importing(`${head}\n${row}\n${row}`)).body).toMatchObject({ taken: 1, repeated: 1 });
      expect((await importing(`${head}\n${row}`)).body).toMatchObject({ taken: 0, repeated: 1, errors: [] });
      expect((await storedOrder(server, id)).reports).toHaveLength(1);
    });

    it('says that columns are missing, or that it is no such file', async () => {
      expect((await importing('number,what\n1,2')).body.errors.map(({ problem }) => problem)).toEqual([
        'missing-column',
        'missing-column',
        'missing-column',
      ]);
      expect((await importing(`${head}\n"never closed`)).body.errors).toMatchObject([
        { problem: 'unreadable' },
      ]);
      expect((await importing('')).body).toMatchObject({ taken: 0, errors: expect.any(Array) });
      expect((await importing(head, rep)).status).toBe(403);
    });
  });

  describe('by webhook', () => {
    interface Sent {
      readonly id?: string;
      readonly at?: Date;
      readonly key?: string;
      readonly text?: string;
      readonly signature?: string;
    }
    const message = (number: string, data: object = {}) =>
      JSON.stringify({
        type: 'order.reported',
        data: { vendorOrderNumber: number, kind: 'shipped', ...data },
      });
    async function send(body: string, sent: Sent = {}) {
      const { id = crypto.randomUUID(), at = now, key = secret, text = body } = sent;
      const answer = await server.app.inject({
        method: 'POST',
        url: '/api/v1/integration/order-status',
        headers: {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
          'webhook-signature': sent.signature ?? new Webhook(key).sign(id, at, body),
        },
        payload: text,
      });
      return { status: answer.statusCode, body: answer.json<object>() };
    }

    it('ORD-1 takes what is signed by the Standard Webhooks scheme, and says who told nobody', async () => {
      const { id, number } = await placed();
      expect(await send(message(number, { reference: 'DN-1' }))).toEqual({
        status: 200,
        body: { repeated: false },
      });
      expect(await storedOrder(server, id)).toMatchObject({ state: 'shipped' });
      expect(await events(id)).toEqual([{ by: '', kind: 'shipped' }]);
    });

    it('takes a message once by its webhook-id, whatever it says the second time, and at once on two servers', async () => {
      const { id, number } = await placed();
      const webhook = crypto.randomUUID();
      const twice = await Promise.all([
        send(message(number), { id: webhook }),
        send(message(number), { id: webhook }),
      ]);
      expect(twice.map(({ status }) => status)).toEqual([200, 200]);
      expect(await send(message(number, { kind: 'paid' }), { id: webhook })).toMatchObject({
        body: { repeated: true },
      });
      expect(await storedOrder(server, id)).toMatchObject({
        state: 'shipped',
        reports: [{ kind: 'shipped' }],
      });
    });

    it('accepts one right signature among several: a secret that is being changed', async () => {
      const { number } = await placed();
      const [id, body] = [crypto.randomUUID(), message(number)];
      const right = new Webhook(secret).sign(id, now, body);
      expect((await send(body, { id, signature: `v1,AAAA v2,else ${right}` })).status).toBe(200);
    });

    it.each<[string, Sent]>([
      [
        'with another secret',
        { key: `whsec_${Buffer.from('another secret, just as long as it').toString('base64')}` },
      ],
      ['from six minutes ago', { at: new Date(now.getTime() - 360_000) }],
      ['from six minutes ahead', { at: new Date(now.getTime() + 360_000) }],
      ['with nothing that is a signature', { signature: 'v1,' }],
      ['without an id', { id: '' }],
    ])('refuses what is signed %s', async (_what, sent) => {
      const { id, number } = await placed();
      expect(await send(message(number), sent)).toMatchObject({
        status: 401,
        body: { error: { type: 'wrong-credentials' } },
      });
      expect((await storedOrder(server, id)).reports ?? []).toEqual([]);
    });

    it('refuses a body that is not the one that was signed, though it reads the same', async () => {
      const { number } = await placed();
      const body = message(number);
      expect((await send(body, { text: `${body} ` })).status).toBe(401);
    });

    it('says what is wrong with a message, and keeps none as received that it could not take', async () => {
      const id = crypto.randomUUID();
      expect(await send(message('VO-999999'), { id })).toMatchObject({ status: 404 });
      expect(await send('{"type":"order.reported"}')).toMatchObject({
        status: 400,
        body: { error: { issues: [{ path: 'data' }] } },
      });
      expect((await send('no json')).status).toBe(400);
      const later = await placed();
      expect(await send(message(later.number), { id })).toEqual({ status: 200, body: { repeated: false } });
    });
  });
});

describe('a server that was given no secret', () => {
  it('takes no order status by webhook', async () => {
    const server = await startTestServer('PGlite');
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/v1/integration/order-status',
      headers: { 'content-type': 'application/json' },
      payload: '{}',
    });
    expect(answer.statusCode).toBe(404);
    await server.close();
  });
});
