import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { anAccount, aQuote } from '#shared/domain/quote/quote.test-kit';
import { newId } from '#shared/lib/ids';
import type { PushRequest } from '#shared/protocol/push';
import type { Session } from '#shared/protocol/session';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { newQuoteArgs, patchOf, startTestServer, type TestServer } from '../../test-vendor.test-kit';
import { TemporaryFailure } from '../../temporary-failure';
import type { PriceBookSource } from '../snapshots/price-book-source';
import type { BrokenMutation } from './push-run';
import { pushService } from './push.service';

const session: Session = {
  userId: 'rep-1',
  partnerId: 'partner-1',
  name: 'rep-1',
  email: 'rep-1@example.com',
  role: 'rep',
  language: 'en',
  partnerName: 'Vistula IT',
};

describe.each(databaseKinds)('a server that fails over a mutation, on %s', (kind) => {
  let server: TestServer;
  afterEach(() => server.close());

  /** Pricing a quote meets this error. */
  async function pushMeeting(error: () => Error) {
    server = await startTestServer(kind);
    const broken: BrokenMutation[] = [];
    const books: PriceBookSource = {
      find: async () => {
        throw error();
      },
      newest: async () => null,
    };
    const push = pushService({
      database: server.database,
      books,
      clock: () => new Date(),
      onBroken: (one) => broken.push(one),
    });
    const device = await server.signIn('rep-1');
    const { partnerId: _p, ownerId: _o, createdAt: _c, updatedAt: _u, ...account } = anAccount();
    const before = { ...account, id: newId() };
    const quote = newQuoteArgs(aQuote({ id: newId(), accountId: before.id }));
    const after = { ...account, id: newId() };
    const mutations = [
      device.next('createAccount', before, { editId: newId() }),
      device.next('createQuote', quote, { editId: newId() }),
      // The server prices what is presented.
      device.next('changeQuoteState', { id: quote.id, to: 'presented' }, { editId: newId() }),
      device.next('createAccount', after, { editId: newId() }),
      device.next('editQuote', { id: quote.id, changes: { title: 'Later' } }, { editId: newId() }),
    ];
    const send = (protocolVersion = 2, changes: Partial<PushRequest> = {}) =>
      push(session, { protocolVersion, clientId: device.clientId, mutations, ...changes });
    const names = async () => {
      const { changes } = patchOf(await device.pull());
      return [before.id, quote.id, after.id].map((id) => changes.find((change) => change.id === id)?.record);
    };
    return { broken, device, mutations, push: send, names };
  }

  it('SY-16 refuses that one with a reference, goes on with the next, and says so in the log', async () => {
    const { broken, device, push, names } = await pushMeeting(() => new Error('divided by a bug'));
    const pushed = await push();
    const [entry] = broken;
    expect(pushed).toEqual({
      ok: true,
      value: {
        lastSeq: 5,
        refused: [{ seq: 3, rejection: { type: 'server-failed', reference: entry?.reference } }],
      },
    });
    expect(broken).toMatchObject([
      {
        clientId: device.clientId,
        seq: 3,
        mutation: 'changeQuoteState',
        error: { message: 'divided by a bug' },
      },
    ]);
    expect(await names()).toMatchObject([{}, { state: 'draft', title: 'Later' }, {}]);
    expect(await push()).toEqual(pushed);
    expect(broken).toHaveLength(1);
  });

  it('SY-16 what the database refuses is that mutation’s too', async () => {
    const { push, names } = await pushMeeting(() =>
      Object.assign(new Error('no such column'), { code: '42703' }),
    );
    expect(await push()).toMatchObject({ value: { lastSeq: 5, refused: [{ seq: 3 }] } });
    expect(await names()).toMatchObject([{}, { title: 'Later' }, {}]);
  });

  it('SY-15 what the database does not store is refused each time it comes in one push', async () => {
    server = await startTestServer(kind);
    await server.database.schema
      .alterTable('record')
      .addCheckConstraint('no_such_title', sql`body ->> 'title' is distinct from 'unwanted'`)
      .execute();
    const device = await server.signIn('rep-1');
    const quote = newQuoteArgs(aQuote({ id: newId(), title: 'unwanted' }));
    const make = device.next('createQuote', quote, { editId: newId() });
    expect(await device.push(make, { ...make, seq: 2 })).toMatchObject({
      lastSeq: 2,
      refused: [1, 2].map((seq) => ({ seq, rejection: { type: 'server-failed' } })),
    });
  });

  it('SY-17 an app of protocol version 1 is told in words that it has', async () => {
    const { broken, device, push } = await pushMeeting(() => new Error('divided by a bug'));
    const pushed = await push(1);
    const issues = [{ path: '', message: broken[0]?.reference }];
    const refused = [{ seq: 3, rejection: { type: 'invalid-arguments', issues } }];
    expect(pushed).toEqual({ ok: true, value: { lastSeq: 5, refused } });
    expect(patchOf(await device.pull({ refusedFrom: 1, protocolVersion: 1 })).refused).toEqual(refused);
  });

  it.each([
    ['the connection is lost', () => Object.assign(new Error('gone'), { code: 'ECONNRESET' })],
    ['another transaction is in the way', () => Object.assign(new Error('deadlock'), { code: '40P01' })],
    ['a statement takes too long', () => Object.assign(new Error('canceled'), { code: '57014' })],
    ['there are too many connections', () => Object.assign(new Error('too many'), { code: '53300' })],
    ['the chunk store is away', () => new TemporaryFailure('the store does not answer')],
    [
      'a driver hides the cause',
      () => new Error('query failed', { cause: Object.assign(new Error(''), { code: '57P01' }) }),
    ],
  ])('SY-4 refuses nothing and counts nothing when %s', async (_what, error) => {
    const { broken, device, push, names } = await pushMeeting(error);
    await expect(push()).rejects.toBeInstanceOf(Error);
    expect(broken).toEqual([]);
    expect(await names()).toEqual([undefined, undefined, undefined]);
    expect(patchOf(await device.pull({ refusedFrom: 1 }))).toMatchObject({ lastSeqs: {}, refused: [] });
  });
});
