import { beforeEach, describe, expect, it } from 'vitest';
import { revisionId } from '#shared/domain/quote/quote-revision';
import {
  aLine as aStoredLine,
  anEntry,
  aProduct,
  aQuote as aStoredQuote,
} from '#shared/domain/quote/quote.test-kit';
import { createCatalogService } from '../client/catalog-service';
import { aQuote, aSession } from './builders.test-kit';
import { Device } from './device.test-kit';
import { ReferenceServer } from './reference-server.test-kit';
import type { Fetch } from './server-api';
import { aBookSnapshot, aCatalogSnapshot } from './snapshot.test-kit';

const done = { ok: true, value: undefined };
const skus = ['A', 'B', 'C', 'D', 'E'];
const catalog = aCatalogSnapshot(skus.map((sku) => aProduct({ sku })));
const bookOf = (list: string, version: number) =>
  aBookSnapshot(
    skus.map((sku) => anEntry({ sku, list: sku === 'A' ? list : '5' })),
    version,
  );

let server: ReferenceServer;
let device: Device;

beforeEach(() => {
  server = new ReferenceServer(aSession());
  server.snapshots.push(catalog, bookOf('1', 1));
  device = new Device(aSession(), (path, init) => Promise.resolve(server.handle(path, init)));
});

const whole = async (): Promise<string[]> => {
  const rows = await (await device.db()).snapshots.where('complete').equals(1).toArray();
  return rows.map(({ id, version }) => `${id} ${String(version)}`).toSorted();
};
const chunkRequests = (): number => server.requests.filter((request) => request.includes('/chunks/')).length;
const failAtChunk =
  (at: number) =>
  (send: Fetch): Fetch => {
    let chunks = 0;
    return (path, init) => {
      if (path.includes('/chunks/')) chunks += 1;
      return chunks === at ? Promise.reject(new TypeError('no network')) : send(path, init);
    };
  };

describe('snapshots (SY-7)', () => {
  it('are complete only when every chunk is here; a break costs only the chunk it hit', async () => {
    device.network = failAtChunk(5);
    expect(await device.sync()).toEqual({ ok: false, error: { type: 'offline' } });
    expect(await whole()).toEqual(['catalog-main 1']);

    device.restart();
    device.network = (send) => send;
    expect(await device.sync()).toEqual(done);
    expect(await whole()).toEqual(['book-1 1', 'catalog-main 1']);
    expect(chunkRequests()).toBe(6);
  });

  it('with a chunk whose contents are not its hash are refused', async () => {
    device.network = (send) => (path, init) =>
      path.includes('/catalog-main/chunks/') ? Promise.resolve(new Response('[]')) : send(path, init);
    expect(await device.sync()).toMatchObject({
      ok: false,
      error: { type: 'bad-snapshot', snapshot: 'catalog catalog-main 1', why: 'wrong-hash' },
    });
    expect(await whole()).toEqual(['book-1 1']);
  });

  it('fetch of a new version only the chunks that changed, and switch to it when it is whole', async () => {
    await device.sync();
    const before = chunkRequests();
    server.snapshots.push(bookOf('2', 2));
    device.network = failAtChunk(1);
    await device.sync();
    expect(await whole()).toEqual(['book-1 1', 'catalog-main 1']);

    device.network = (send) => send;
    await device.sync();
    expect(chunkRequests() - before).toBe(1);
    expect(await whole()).toEqual(['book-1 1', 'book-1 2', 'catalog-main 1']);
  });

  it('keep the version before the newest, for a quote being begun, and drop older ones with their chunks', async () => {
    for (const version of [2, 3]) {
      await device.sync();
      server.snapshots.push(bookOf(String(version), version));
    }
    await device.sync();
    expect(await whole()).toEqual(['book-1 2', 'book-1 3', 'catalog-main 1']);
    // Three of the catalog, two that both versions of the book share, and the first of each.
    expect(await (await device.db()).chunks.count()).toBe(7);
  });

  it('keep, and fetch, the versions that quotes name (PR-32)', async () => {
    await device.mutate('createQuote', aQuote('q1', { priceBook: { bookId: 'book-1', version: 1 } }));
    server.snapshots.push(bookOf('2', 2), bookOf('3', 3));
    await device.sync();
    expect(await whole()).toEqual(['book-1 1', 'book-1 3', 'catalog-main 1']);

    const colleague = new Device(aSession(), (path, init) => Promise.resolve(server.handle(path, init)));
    await colleague.sync();
    const rows = await (await colleague.db()).snapshots.toArray();
    expect(rows.map(({ version, kind, complete }) => [kind, version, complete])).toEqual([
      ['catalog', 1, 1],
      ['price-book', 1, 1],
      ['price-book', 3, 1],
    ]);
    colleague.restart();
  });

  it('stay while a line keeps its price from them, or an earlier revision was priced from them (PR-32, QUO-2)', async () => {
    await device.sync();
    server.snapshots.push(bookOf('2', 2), bookOf('3', 3), bookOf('4', 4));
    const kept = aStoredQuote({
      id: 'q1',
      priceBook: { bookId: 'book-1', version: 3 },
      items: [aStoredLine({ keptVersion: 1 })],
    });
    const before = aStoredQuote({ id: 'q2', priceBook: { bookId: 'book-1', version: 2 } });
    const revision = {
      id: revisionId('q2', 1),
      partnerId: before.partnerId,
      quoteId: 'q2',
      revision: 1,
      quote: before,
      replacedAt: before.updatedAt,
    };
    const fromServer = { serverVersion: 1, pending: [] };
    await (
      await device.db()
    ).records.bulkPut([
      { type: 'quote', id: kept.id, value: kept, ...fromServer },
      { type: 'quoteRevision', id: revision.id, value: revision, ...fromServer },
    ]);
    await device.sync();
    expect(await whole()).toEqual(['book-1 1', 'book-1 2', 'book-1 3', 'book-1 4', 'catalog-main 1']);
  });

  it('go on without a version that a quote names and the server no longer has', async () => {
    await device.mutate('createQuote', aQuote('q1', { priceBook: { bookId: 'book-gone', version: 4 } }));
    expect(await device.sync()).toEqual(done);
    expect(await whole()).toEqual(['book-1 1', 'catalog-main 1']);
  });

  it('of a book no longer offered stay for the quotes that name them, but are no choice for new ones (PRI-1)', async () => {
    await device.mutate('createQuote', aQuote('q1', { priceBook: { bookId: 'book-2', version: 1 } }));
    server.snapshots.push(aBookSnapshot([anEntry({ sku: 'A' })], 1, 'book-2'));
    await device.sync();
    const service = createCatalogService(await device.db());
    expect((await service.books()).map(({ bookId }) => bookId)).toEqual(['book-1', 'book-2']);

    server.snapshots.pop();
    expect(await device.sync()).toEqual(done);
    expect((await service.books()).map(({ bookId }) => bookId)).toEqual(['book-1']);
    expect(await service.pricingData('book-2', 1, ['A'])).toMatchObject({
      ok: true,
      value: { entries: [{ sku: 'A' }] },
    });
  });

  it('that the partner may no longer have leave the device (PRI-1)', async () => {
    server.snapshots.push(aBookSnapshot([anEntry({ sku: 'A' })], 1, 'book-2'));
    await device.sync();
    expect(await whole()).toEqual(['book-1 1', 'book-2 1', 'catalog-main 1']);
    server.snapshots.pop();
    await device.sync();
    expect(await whole()).toEqual(['book-1 1', 'catalog-main 1']);
  });
});
