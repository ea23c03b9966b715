import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PriceChanges, PriceDraft } from '#shared/protocol/vendor-price-book';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { startTestServer, type TestDevice, type TestServer } from '../../test-vendor.test-kit';
import { priceBookSource } from '../snapshots/price-book-source';
import { TemporaryFailure } from '../../temporary-failure';
import type { ChunkStore } from '../snapshots/chunk-store';
import { priceDraftService } from './drafts';

describe.each(databaseKinds)('PRI-1 price lists before they are published, on %s', (kind) => {
  let server: TestServer;
  let admin: TestDevice;
  beforeAll(async () => {
    server = await startTestServer(kind);
    admin = await server.signIn('admin-1');
  });
  afterAll(() => server.close());

  const base = (bookId: string) => `/api/v1/vendor/price-books/${bookId}`;
  const send = async (bookId: string, csv: string, device = admin) => {
    const answer = await server.app.inject({
      method: 'POST',
      url: `${base(bookId)}/drafts?fileName=spring.csv&note=Spring`,
      headers: { ...device.headers, 'content-type': 'application/octet-stream' },
      payload: Buffer.from(csv),
    });
    return { status: answer.statusCode, body: answer.json<PriceDraft>() };
  };
  const add = async (bookId: string, csv: string) => {
    const { status, body } = await send(bookId, csv);
    expect(status).toBe(200);
    return body;
  };
  const decide = (bookId: string, id: string, what: 'publish' | 'cancel', body: object = {}) =>
    admin.ask('POST', `${base(bookId)}/drafts/${id}/${what}`, body);
  const publishDue = () => priceDraftService(server.database, server.chunks, () => now).publishDue();
  let now = new Date('2026-03-10T10:00:00.000Z');
  const newestOf = async (partnerId: string, bookId: string) =>
    priceBookSource(server.chunks).newest(server.database, { partnerId, role: 'rep' }, bookId);
  const list = async (bookId: string, version: number, sku: string) =>
    (
      await priceBookSource(server.chunks).find(
        server.database,
        { partnerId: 'vendor', role: 'admin' },
        { bookId, version },
      )
    )?.book.entry(sku)?.list;

  const prices = 'sku,name,price\nLIC-1,Licence,110.00\nNEW-1,New one,5\nBAD-1,Bad one,free\n';

  it('says what would change, the biggest first, and what is left out', async () => {
    const draft = await add('book-1', prices);
    expect(draft).toMatchObject({
      rows: 2,
      badCount: 1,
      badRows: [{ line: 4, column: 'price', value: 'free', reason: 'price-not-a-number' }],
      state: 'draft',
      note: 'Spring',
    });
    const { body } = await admin.ask('GET', `${base('book-1')}/drafts/${draft.id}/changes`);
    expect(body as PriceChanges).toMatchObject({
      version: 1,
      currency: 'EUR',
      added: 1,
      removed: 0,
      changed: 1,
      unchanged: 0,
      rows: [
        { kind: 'changed', sku: 'LIC-1', from: '100.00', to: '110.00', difference: '10', percent: '10' },
        { kind: 'added', sku: 'NEW-1', from: null, to: '5' },
      ],
    });
  });

  it('a scheduled one is not there for anybody before its time, and then it is', async () => {
    const draft = await add('book-1', prices);
    const at = '2026-03-11T00:00:00.000Z';
    expect(await decide('book-1', draft.id, 'publish', { at })).toMatchObject({
      status: 200,
      body: { state: 'scheduled', publishAt: at },
    });
    await publishDue();
    expect(await newestOf('partner-1', 'book-1')).toBe(1);
    const rep = await server.signIn('rep-1');
    const seen = await rep.ask('GET', '/api/v1/snapshots');
    expect(JSON.stringify(seen.body)).not.toMatch(/NEW-1|Spring/);
    now = new Date(at);
    await Promise.all([publishDue(), publishDue()]);
    expect(await newestOf('partner-1', 'book-1')).toBe(2);
    expect([await list('book-1', 1, 'LIC-1'), await list('book-1', 2, 'LIC-1')]).toEqual([
      '100.00',
      '110.00',
    ]);
    expect(await list('book-1', 2, 'NEW-1')).toBe('5');
    const { body } = await admin.ask('GET', `${base('book-1')}/drafts`);
    expect((body as { drafts: PriceDraft[] }).drafts.find(({ id }) => id === draft.id)).toMatchObject({
      state: 'published',
      publishedVersion: 2,
    });
    expect((await admin.ask('GET', `${base('book-1')}/versions`)).body).toMatchObject({
      versions: [{ version: 2, note: 'Spring' }, { version: 1 }],
    });
  });

  it('one that is due while the store of snapshots is away waits for it', async () => {
    const draft = await add('book-1', prices);
    const at = new Date(now.getTime() + 60_000);
    await decide('book-1', draft.id, 'publish', { at: at.toISOString() });
    const away = () => Promise.reject(new TemporaryFailure('The store is away'));
    const chunks: ChunkStore = { put: away, get: away, remove: away };
    await expect(priceDraftService(server.database, chunks, () => at).publishDue()).rejects.toThrow(
      'The store is away',
    );
    const { body } = await admin.ask('GET', `${base('book-1')}/drafts`);
    expect((body as { drafts: PriceDraft[] }).drafts.find(({ id }) => id === draft.id)).toMatchObject({
      state: 'scheduled',
      problem: null,
    });
    await decide('book-1', draft.id, 'cancel');
  });

  it('published at once, what the list leaves out is no longer in the book; cancelled, nothing happens', async () => {
    const draft = await add('book-2', 'sku,name,price\nONLY-1,Only,7.00\n');
    const cancelled = await add('book-2', prices);
    expect(await decide('book-2', cancelled.id, 'cancel')).toMatchObject({ body: { state: 'cancelled' } });
    expect(await decide('book-2', cancelled.id, 'publish', { at: null })).toMatchObject({ status: 409 });
    expect(await decide('book-2', draft.id, 'publish', { at: null })).toMatchObject({
      body: { state: 'published', publishedVersion: 2 },
    });
    expect([await list('book-2', 2, 'LIC-1'), await list('book-2', 2, 'ONLY-1')]).toEqual([
      undefined,
      '7.00',
    ]);
    const audit = await admin.ask('GET', '/api/v1/vendor/audit?subjectType=price-book&subjectId=book-2');
    expect(audit.body).toMatchObject({
      events: [{ type: 'price-book.published' }, { type: 'price-book.cancelled' }],
    });
  });

  it.each([
    ['a file that is none', 'nothing here', 400],
    ['a file without a good row', 'sku,name,price\nA,B,free\n', 400],
    ['an empty file', '', 400],
  ])('refuses %s', async (_what, csv, status) => {
    expect(await send('book-1', csv)).toMatchObject({ status });
  });

  it('refuses a time that is past, a book that is not there, and who is no administrator', async () => {
    const draft = await add('book-1', prices);
    expect(await decide('book-1', draft.id, 'publish', { at: '2026-01-01T00:00:00.000Z' })).toMatchObject({
      status: 400,
    });
    expect(await send('no-such-book', prices)).toMatchObject({ status: 404 });
    expect(await send('book-1', prices, await server.signIn('channel-1'))).toMatchObject({ status: 403 });
  });
});
