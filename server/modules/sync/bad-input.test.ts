import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAccount } from '#shared/domain/quote/quote.test-kit';
import { newId } from '#shared/lib/ids';
import { apiErrorSchema } from '#shared/protocol/error';
import type { SentMutation } from '#shared/protocol/push';
import { protocolVersion } from '#shared/protocol/version';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { patchOf, startTestServer, type TestDevice, type TestServer } from '../../test-vendor.test-kit';

/** Over a real socket, as it would come from anybody. */
describe.each(databaseKinds)('bad messages on %s', { timeout: 60_000 }, (kind) => {
  let server: TestServer;
  let url: string;
  let device: TestDevice;
  beforeAll(async () => {
    server = await startTestServer(kind);
    await server.app.listen({ port: 0, host: '127.0.0.1' });
    url = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`;
    device = await server.signIn('rep-1');
  });
  afterAll(() => server.close());

  const account = (changes: object = {}) => {
    const { partnerId: _p, ownerId: _o, createdAt: _c, updatedAt: _u, ...args } = anAccount();
    return { ...args, id: newId(), ...changes };
  };
  const mutation = (changes: Partial<SentMutation> = {}): SentMutation => ({
    seq: 1,
    name: 'createAccount',
    schemaVersion: 1,
    args: account(),
    businessId: null,
    capturedAt: '2026-03-10T09:00:00.000Z',
    editId: newId(),
    ...changes,
  });
  const post = (path: string, body: string, by: TestDevice = device) =>
    fetch(`${url}/api/v1/sync/${path}`, {
      method: 'POST',
      headers: { ...by.headers, 'content-type': 'application/json' },
      body,
    });
  const pushBody = (mutations: readonly unknown[], changes: object = {}) =>
    JSON.stringify({ protocolVersion: 2, clientId: newId(), mutations, ...changes });
  const pullBody = (changes: object = {}) =>
    JSON.stringify({
      protocolVersion: 2,
      clientId: newId(),
      cookie: null,
      page: null,
      refusedFrom: null,
      ...changes,
    });
  const errorOf = async (answer: Response) => apiErrorSchema.parse(await answer.json()).error.type;
  /** How much there is of everything that a push may write. */
  const stored = async () => {
    const tables = ['record', 'client', 'refusal', 'done_edit', 'business_id'] as const;
    const counts = tables.map((table) =>
      server.database
        .selectFrom(table)
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow(),
    );
    const version = server.database
      .selectFrom('tenant')
      .select(['partner_id', 'version'])
      .orderBy('partner_id')
      .execute();
    return [await Promise.all(counts), await version];
  };

  const good = mutation();
  const longSaw = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, at) => [`quote:q-${at}`, 'x'.repeat(60)]),
  );
  it.each<[string, string, string]>([
    ['no JSON', '{"protocolVersion":2,', 'bad-request'],
    ['no object', '[]', 'bad-request'],
    ['nothing', '', 'bad-request'],
    [
      'one good mutation and one that is none',
      pushBody([good, { ...mutation(), seq: 'two' }]),
      'bad-request',
    ],
    ['a seq of 0', pushBody([mutation({ seq: 0 })]), 'bad-request'],
    ['a seq beyond 2^53', pushBody([good, mutation({ seq: 2 ** 53 })]), 'bad-request'],
    ['a seq with a fraction', pushBody([mutation({ seq: 1.5 })]), 'bad-request'],
    [
      '201 mutations',
      pushBody(Array.from({ length: 201 }, (_, at) => mutation({ seq: at + 1 }))),
      'bad-request',
    ],
    [
      'arguments nested 100,000 deep',
      pushBody([good]).replace('"args":{', `"args":{"deep":${'['.repeat(100_000)}${']'.repeat(100_000)},`),
      'bad-request',
    ],
    [
      'a member that would change every object',
      pushBody([good]).replace('"args":{', '"args":{"__proto__":{"x":1},'),
      'bad-request',
    ],
    ['an edit id that is none', pushBody([mutation({ editId: 'not an id \0' })]), 'bad-request'],
    ['an edit id without end', pushBody([mutation({ editId: 'x'.repeat(10_000) })]), 'bad-request'],
    ['a client id that is none', pushBody([good], { clientId: '../..' }), 'bad-request'],
    ['a business id that is none', pushBody([mutation({ businessId: 'x' })]), 'bad-request'],
    ['a time that is none', pushBody([mutation({ capturedAt: 'yesterday' })]), 'bad-request'],
    [
      'a later protocol, whatever it looks like',
      JSON.stringify({ protocolVersion: protocolVersion + 1, sealed: 'x' }),
      'protocol-too-new',
    ],
    ['an earlier protocol', JSON.stringify({ protocolVersion: 0 }), 'protocol-too-old'],
    ['20 MB', pushBody([mutation({ args: { notes: 'x'.repeat(20_000_000) } })]), 'too-large'],
  ])('a push with %s is refused whole and leaves nothing', async (_what, body, type) => {
    const before = await stored();
    expect(await errorOf(await post('push', body))).toBe(type);
    expect(await stored()).toEqual(before);
  });

  it('a mutation that is wrong within a message that is not is refused alone, typed, and kept as it was sent', async () => {
    const sender = await server.signIn('rep-1');
    const cases: readonly (readonly [Partial<SentMutation>, string | null])[] = [
      [{ capturedAt: '2035-01-01T00:00:00.000Z' }, null],
      [{ capturedAt: '1900-01-01T00:00:00.000Z' }, null],
      [{ saw: longSaw }, null],
      [{ schemaVersion: 9_000 }, 'unsupported-version'],
      [{ name: '__proto__' }, 'unknown-mutation'],
      [{ args: 'x'.repeat(100_000) }, 'invalid-arguments'],
      [{ args: account({ notes: 'a \0 in it' }) }, 'invalid-arguments'],
      [{ name: 'editAccount', args: { id: 'account-2', changes: { name: 'Taken over' } } }, 'not-found'],
      [{ args: account({ id: 'account-2' }) }, 'already-exists'],
      [{ name: 'editAccount', args: { id: { $ne: null }, changes: {} } }, 'invalid-arguments'],
      [{ name: 'approveQuote', args: { quoteId: 'quote-1' } }, 'invalid-arguments'],
      [{ name: 'approveQuote', args: { quoteId: 'quote-1', uses: [null] } }, 'invalid-arguments'],
    ];
    const sent = cases.map(([changes], at) => mutation({ ...changes, seq: at + 1 }));
    const answer = await post('push', pushBody(sent, { clientId: sender.clientId }), sender);
    const { lastSeq, refused } = (await answer.json()) as {
      lastSeq: number;
      refused: { seq: number; rejection: { type: string } }[];
    };
    expect(lastSeq).toBe(cases.length);
    const types = sent.map(({ seq }) => refused.find((one) => one.seq === seq)?.rejection.type ?? null);
    expect(types).toEqual(cases.map(([, type]) => type));
    const kept = await server.database
      .selectFrom('refusal')
      .select(['seq', 'mutation'])
      .where('client_id', '=', sender.clientId)
      .orderBy('seq')
      .execute();
    expect(kept.map((row) => row.mutation)).toEqual(
      sent.filter(({ seq }) => refused.some((one) => one.seq === seq)),
    );
  });

  it('replayed, out of order and with gaps, mutations count once and in order', async () => {
    const clientId = newId();
    const [one, two, three] = [1, 2, 3].map((seq) => mutation({ seq })) as [
      SentMutation,
      SentMutation,
      SentMutation,
    ];
    const lastSeq = async (...some: readonly SentMutation[]) => {
      const answer = await post('push', pushBody(some, { clientId }));
      return ((await answer.json()) as { lastSeq: number }).lastSeq;
    };
    expect(await lastSeq(two)).toBe(0);
    // It stops where something is missing, also when that comes later.
    expect(await lastSeq(three, two, one)).toBe(0);
    expect(await lastSeq(one, three)).toBe(1);
    expect(await lastSeq(one, two, one, two, three)).toBe(3);
    expect(await lastSeq(three, three, three)).toBe(3);
    expect(await lastSeq()).toBe(3);
  });

  it('another’s client id, and another’s records, are nobody else’s', async () => {
    const owner = await server.signIn('rep-2');
    const make = account();
    await owner.push(owner.next('createAccount', make));
    const before = await stored();
    expect(await errorOf(await post('push', pushBody([good], { clientId: owner.clientId })))).toBe(
      'forbidden',
    );
    expect(await errorOf(await post('pull', pullBody({ clientId: owner.clientId })))).toBe('forbidden');
    expect(await stored()).toEqual(before);
  });

  it('a cookie or page of another server, another partner, or of nobody is answered with reset', async () => {
    const other = patchOf(await (await server.signIn('rep-2')).pull()).cookie;
    const mine = patchOf(await device.pull()).cookie;
    const elsewhere = await startTestServer(kind);
    const foreign = patchOf(await (await elsewhere.signIn('rep-1')).pull()).cookie;
    await elsewhere.close();
    const forged = (changes: object) =>
      Buffer.from(
        JSON.stringify({ ...(JSON.parse(Buffer.from(mine, 'base64url').toString()) as object), ...changes }),
      ).toString('base64url');
    const useless = [
      other,
      foreign,
      'garbage',
      '',
      '\0',
      'e30',
      forged({ version: 10 ** 9 }),
      forged({ version: -1 }),
      forged({ version: 'x' }),
    ];
    for (const text of useless) {
      for (const asked of [{ cookie: text }, { cookie: mine, page: text }]) {
        expect(await (await post('pull', pullBody(asked))).json()).toEqual({ kind: 'reset' });
      }
    }
    expect(await (await post('pull', pullBody({ cookie: mine }))).json()).toMatchObject({ kind: 'patch' });
  });

  it.each([
    ['a cookie of 401 characters', { cookie: 'x'.repeat(401) }],
    ['a page of 10,000', { page: 'x'.repeat(10_000) }],
    ['refusals from before the first', { refusedFrom: 0 }],
    ['a device that cannot be named', { device: { name: '', host: 'toaster', appVersion: '' } }],
  ])('a pull with %s is refused', async (_what, changes) => {
    expect(await errorOf(await post('pull', pullBody(changes)))).toBe('bad-request');
  });
});
