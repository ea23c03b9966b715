import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { startTestServer, type TestDevice, type TestServer } from '../../test-vendor.test-kit';
import { priceBookSource } from '../snapshots/price-book-source';

describe.each(databaseKinds)('price books at the vendor’s desk on %s', (kind) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(kind);
  });
  afterAll(() => server.close());

  const publish = (device: TestDevice, bookId: string, changes: object = {}) =>
    device.ask('POST', `/api/v1/vendor/price-books/${bookId}/publish`, {
      family: null,
      percent: '5',
      note: 'Costs rose',
      ...changes,
    });
  const listPrice = async (version: number) =>
    (
      await priceBookSource(server.chunks).find(
        server.database,
        { partnerId: 'partner-1', role: 'rep' },
        { bookId: 'book-1', version },
      )
    )?.book.entry('LIC-1')?.list;

  it('PRI-1 publishes the next version for whom the last one was, and leaves that one as it is', async () => {
    const admin = await server.signIn('admin-1');
    expect(await publish(admin, 'book-1', { family: 'Licences' })).toEqual({
      status: 200,
      body: { bookId: 'book-1', version: 2, changed: 1 },
    });
    expect([await listPrice(1), await listPrice(2)]).toEqual(['100.00', '105.00']);
    const { body } = await (await server.signIn('rep-1')).ask('GET', '/api/v1/snapshots');
    expect((body as { snapshots: object[] }).snapshots).toContainEqual(
      expect.objectContaining({
        id: 'book-1',
        version: 2,
        header: expect.objectContaining({ note: 'Costs rose', tier: 'gold' }) as object,
      }),
    );
    const listed = await admin.ask('GET', '/api/v1/vendor/price-books');
    expect(listed.body).toMatchObject({
      priceBooks: [
        { bookId: 'book-1', version: 2, partnerIds: ['partner-1'] },
        { bookId: 'book-2', version: 1, partnerIds: ['partner-2'] },
      ],
    });
  });

  it('publishes nothing when nothing changes', async () => {
    const { body } = await publish(await server.signIn('admin-1'), 'book-2', { percent: '0' });
    expect(body).toEqual({ bookId: 'book-2', version: 1, changed: 0 });
  });

  it.each([
    ['a book that is not there', 'no-such-book', {}, 404, 'not-found'],
    ['a family that nothing is of', 'book-1', { family: 'Boats' }, 400, 'bad-request'],
    ['a price below zero', 'book-1', { percent: '-100' }, 400, 'bad-request'],
    ['a percentage that is none', 'book-1', { percent: 'five' }, 400, 'bad-request'],
  ])('refuses %s', async (_what, bookId, changes, status, type) => {
    const answer = await publish(await server.signIn('admin-1'), bookId, changes);
    expect(answer).toMatchObject({ status, body: { error: { type } } });
  });

  it('is for the vendor’s administrator alone', async () => {
    for (const user of ['rep-1', 'manager-1', 'channel-1']) {
      expect(await publish(await server.signIn(user), 'book-1')).toMatchObject({ status: 403 });
    }
  });
});
