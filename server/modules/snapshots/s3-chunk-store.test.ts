import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isTemporary } from '../../temporary-failure';
import { startTestServer } from '../../test-vendor.test-kit';
import { sha256 } from './chunk-store';
import { s3ChunkStore } from './s3-chunk-store';
import { startS3StandIn, type S3StandIn } from './s3-stand-in.test-kit';
import { publishCatalog } from './publish';
import { aProduct } from '#shared/domain/quote/quote.test-kit';

describe('chunks in an S3-compatible store (SY-7)', () => {
  let store: S3StandIn;
  beforeAll(async () => {
    store = await startS3StandIn();
  });
  beforeEach(() => {
    store.fault = null;
    store.objects.clear();
    store.log.length = 0;
  });
  afterAll(() => store.close());

  const bytes = Buffer.from('[{"sku":"A"}]');
  const hash = sha256(bytes);
  const path = `/prices/vendor/${hash}`;

  it('are put once under their hash, with requests that the store takes as signed', async () => {
    const chunks = s3ChunkStore(store.options);
    expect(await chunks.put(bytes)).toBe(hash);
    expect(await chunks.put(bytes)).toBe(hash);
    expect(store.log).toEqual(['GET 404', 'PUT 200', 'GET 200']);
    expect([...store.objects.keys()]).toEqual([path]);
    expect(await chunks.get(hash)).toEqual(bytes);
    await chunks.remove(hash);
    await chunks.remove(hash);
    expect(store.objects.size).toBe(0);
  });

  it('of two servers that put the same at once are one', async () => {
    const stores = [s3ChunkStore(store.options), s3ChunkStore(store.options)];
    expect(await Promise.all(stores.map((chunks) => chunks.put(bytes)))).toEqual([hash, hash]);
    expect(store.objects.size).toBe(1);
  });

  it('that are missing or other bytes than their name says are never handed out, and are mended by putting them again', async () => {
    const chunks = s3ChunkStore(store.options);
    await expect(chunks.get(hash)).rejects.toMatchObject({ name: 'ChunkUnreadable' });
    for (const damaged of ['[]', '[{"sku":"B"}]']) {
      store.objects.set(path, Buffer.from(damaged));
      await expect(chunks.get(hash)).rejects.toMatchObject({ name: 'ChunkUnreadable' });
      await chunks.put(bytes);
      expect(await chunks.get(hash)).toEqual(bytes);
    }
  });

  it.each([
    ['refuses the key', 403],
    ['breaks off', 'cut'],
  ] as const)('are unavailable, not gone, while the store %s', async (_what, fault) => {
    store.objects.set(path, bytes);
    store.fault = fault;
    const failure: unknown = await s3ChunkStore(store.options)
      .get(hash)
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'ChunkStoreUnavailable' });
    expect(isTemporary(failure)).toBe(true);
  });

  it('are refused by the store when the secret is another', async () => {
    const chunks = s3ChunkStore({ ...store.options, secretAccessKey: 'another' });
    await expect(chunks.put(bytes)).rejects.toMatchObject({ name: 'ChunkStoreUnavailable' });
    expect(store.log).toEqual(['GET 403']);
  });

  it('serve a whole vendor server; while the store is away devices are told to come again', async () => {
    const chunks = s3ChunkStore(store.options);
    const server = await startTestServer('PGlite', { chunks });
    try {
      const catalog = { id: 'catalog-main', products: [aProduct({ sku: 'FROM-S3' })] };
      await server.database
        .transaction()
        .execute((queries) => publishCatalog(queries, chunks, catalog, new Date('2026-03-11')));
      const device = await server.signIn('rep-1');
      const { body } = await device.ask('GET', '/api/v1/snapshots/catalog/catalog-main/2');
      const url = `/api/v1/snapshots/catalog/catalog-main/chunks/${(body as { chunks: { hash: string }[] }).chunks[0]?.hash}`;
      store.fault = 403;
      expect(await device.ask('GET', url)).toMatchObject({
        status: 503,
        body: { error: { type: 'unavailable' } },
      });
      store.fault = null;
      expect(await device.ask('GET', url)).toMatchObject({ status: 200, body: [{ sku: 'FROM-S3' }] });
    } finally {
      await server.close();
    }
  });
});
