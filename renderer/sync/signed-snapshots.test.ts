import { beforeEach, describe, expect, it } from 'vitest';
import { anEntry, aProduct } from '#shared/domain/quote/quote.test-kit';
import { signManifest } from '#shared/protocol/signed-manifest';
import type { Manifest } from '#shared/protocol/snapshot';
import { createCatalogService } from '../client/catalog-service';
import { getMeta } from '../db/meta';
import { aQuote, aSession } from './builders.test-kit';
import { Device } from './device.test-kit';
import { ReferenceServer } from './reference-server.test-kit';
import type { Fetch } from './server-api';
import { downloadSnapshots } from './snapshots';
import { aBookSnapshot, aCatalogSnapshot, aDelta, signedByVendor, type Published } from './snapshot.test-kit';

const done = { ok: true, value: undefined };
const skus = ['A', 'B', 'C', 'D', 'E'];
const bookOf = (list: string, version: number) =>
  aBookSnapshot(
    skus.map((sku) => anEntry({ sku, list: sku === 'A' ? list : '5' })),
    version,
  );

let server: ReferenceServer;
let device: Device;

beforeEach(() => {
  server = new ReferenceServer(aSession());
  server.snapshots.push(aCatalogSnapshot(skus.map((sku) => aProduct({ sku }))), bookOf('1', 1));
  device = new Device(aSession(), (path, init) => Promise.resolve(server.handle(path, init)));
});

const withoutSignature = (manifest: Manifest): object => {
  const { signature: _, ...rest } = manifest;
  return rest;
};
const download = async () => downloadSnapshots(await device.context());
const whole = async (): Promise<string[]> => {
  const rows = await (await device.db()).snapshots.where('complete').equals(1).toArray();
  return rows.map(({ id, version }) => `${id} ${String(version)}`).toSorted();
};
const listPrice = async (version: number) => {
  const data = await createCatalogService(await device.db()).pricingData('book-1', version, ['A']);
  return data.ok ? data.value.entries[0]?.list : data.error;
};
/** Publishes the next version as something between the vendor and the device makes it look. */
const publishAs = (
  garble: (manifest: Manifest) => object,
  { manifest, chunks }: Published = bookOf('2', 2),
) => server.snapshots.push({ manifest: garble(manifest) as Manifest, chunks });
const answerChunk =
  (hash: string, answer: (times: number, init: RequestInit) => Response | null) =>
  (send: Fetch): Fetch => {
    let times = 0;
    return (path, init) => {
      if (!path.endsWith(hash)) return send(path, init);
      times += 1;
      const own = answer(times, init);
      return own ? Promise.resolve(own) : send(path, init);
    };
  };

describe('signed manifests on the device (SY-7)', () => {
  const unknown = { keyId: 'somebody', privateKey: '08'.repeat(32) };

  it.each<[string, (manifest: Manifest) => object, object]>([
    ['has no signature', withoutSignature, { type: 'bad-signature', why: 'unsigned' }],
    [
      'was changed',
      (manifest) => ({ ...manifest, note: 'x' }),
      { type: 'bad-signature', why: 'wrong-signature' },
    ],
    [
      'is signed by somebody else',
      (manifest) => signManifest(manifest, unknown),
      { type: 'bad-signature', why: 'unknown-key' },
    ],
    [
      'is signed by somebody else in the vendor’s name',
      (manifest) => signManifest(manifest, { ...unknown, keyId: 'vendor-test' }),
      { type: 'bad-signature', why: 'wrong-signature' },
    ],
    [
      'counts its rows otherwise than its chunks do',
      (manifest) => signedByVendor({ ...manifest, rows: 6 }),
      { type: 'bad-snapshot', why: 'wrong-count' },
    ],
    [
      'says numbers that are none',
      (manifest) => ({ ...manifest, rows: 1e300 }),
      { type: 'bad-snapshot', why: 'not-a-manifest' },
    ],
    [
      'has the header of another book',
      (manifest) => {
        if (manifest.kind !== 'price-book') return manifest;
        return signedByVendor({ ...manifest, header: { ...manifest.header, bookId: 'book-9' } });
      },
      { type: 'bad-snapshot', why: 'another-snapshot' },
    ],
  ])('one that %s is not used; the version before stays', async (_what, garble, error) => {
    expect(await download()).toEqual(done);
    publishAs(garble);
    expect(await download()).toMatchObject({
      ok: false,
      error: { ...error, snapshot: 'price-book book-1 2' },
    });
    expect(await whole()).toEqual(['book-1 1', 'catalog-main 1']);
    expect(await listPrice(1)).toBe('1');
  });

  it('one that is bad does not keep the others from coming', async () => {
    await download();
    publishAs(withoutSignature);
    server.snapshots.push(aCatalogSnapshot([aProduct({ sku: 'NEW' })], 2));
    expect(await download()).toMatchObject({ error: { type: 'bad-signature' } });
    expect(await whole()).toContain('catalog-main 2');
  });

  it('another book’s manifest is not taken for the one asked for', async () => {
    await download();
    await device.mutate('createQuote', aQuote('q1', { priceBook: { bookId: 'book-7', version: 1 } }));
    const [other] = [bookOf('1', 1).manifest];
    device.network = (send) => (path, init) =>
      path.endsWith('/price-book/book-7/1') ? Promise.resolve(Response.json(other)) : send(path, init);
    expect(await download()).toMatchObject({
      error: { type: 'bad-snapshot', snapshot: 'price-book book-7 1', why: 'another-snapshot' },
    });
  });

  it('keys are asked for once, and known ones never change', async () => {
    await download();
    await download();
    expect(server.requests.filter((one) => one.endsWith('/keys'))).toHaveLength(1);
    const pinned = await getMeta(await device.db(), 'snapshotKeys');
    device.network = (send) => (path, init) =>
      path.endsWith('/keys')
        ? Promise.resolve(Response.json({ keys: [{ keyId: 'vendor-test', publicKey: 'ab'.repeat(32) }] }))
        : send(path, init);
    publishAs((manifest) => signManifest(manifest, unknown));
    expect(await download()).toMatchObject({ error: { why: 'unknown-key' } });
    expect(await getMeta(await device.db(), 'snapshotKeys')).toEqual(pinned);
    expect(await listPrice(1)).toBe('1');
  });

  it('rows of a release before signatures stay in use and get theirs with the next sync', async () => {
    await download();
    const db = await device.db();
    const row = await db.snapshots.get(['price-book', 'book-1', 1]);
    if (!row) throw new Error('no book');
    const { signed, ...old } = row;
    await db.snapshots.put(old);
    expect(await listPrice(1)).toBe('1');
    expect(await download()).toEqual(done);
    expect((await db.snapshots.get(['price-book', 'book-1', 1]))?.signed).toBe(signed);
  });

  it('found changed on the disk, offline, the version is given up; the next sync mends it without fetching its rows', async () => {
    await download();
    const db = await device.db();
    const row = await db.snapshots.get(['price-book', 'book-1', 1]);
    await db.snapshots.update(['price-book', 'book-1', 1], {
      signed: row?.signed?.replace('EUR', 'USD') ?? '',
    });
    expect(await listPrice(1)).toMatchObject({ type: 'damaged-manifest', kind: 'price-book' });
    expect(await whole()).toEqual(['catalog-main 1']);
    const before = server.requests.filter((one) => one.includes('/chunks/')).length;
    expect(await download()).toEqual(done);
    expect(await listPrice(1)).toBe('1');
    expect(server.requests.filter((one) => one.includes('/chunks/'))).toHaveLength(before);
  });

  it('a chunk found changed on the disk, offline, takes all versions with it out of use until it is here again', async () => {
    await download();
    server.snapshots.push(bookOf('2', 2));
    await download();
    const db = await device.db();
    const shared = bookOf('1', 1).manifest.chunks[1]?.hash ?? '';
    const bytes = (await db.chunks.get(shared))?.bytes ?? new Uint8Array();
    // Still JSON, and still rows: only the hash tells.
    await db.chunks.put({
      hash: shared,
      bytes: new TextEncoder().encode(new TextDecoder().decode(bytes).replace('"5"', '"4"')),
    });
    expect(await listPrice(2)).toEqual({ type: 'damaged-chunk', hash: shared });
    expect(await whole()).toEqual(['catalog-main 1']);
    expect(await download()).toEqual(done);
    expect([await listPrice(1), await listPrice(2)]).toEqual(['1', '2']);
  });
});

describe('chunks that are not what they should be (SY-7)', () => {
  const first = bookOf('2', 2).manifest.chunks[0]?.hash ?? '';

  it('damaged in a cache is fetched once more, past it', async () => {
    await download();
    server.snapshots.push(bookOf('2', 2));
    const caches: unknown[] = [];
    device.network = answerChunk(first, (times, { cache }) => {
      caches.push(cache);
      return times === 1 ? new Response('[]') : null;
    });
    expect(await download()).toEqual(done);
    expect(caches).toEqual(['default', 'reload']);
    expect(await listPrice(2)).toBe('2');
  });

  it('missing on the server, or damaged there, is not asked for again at every round', async () => {
    await download();
    server.snapshots.push(bookOf('2', 2));
    let requests = 0;
    device.network = answerChunk(first, () => {
      requests += 1;
      return Response.json({ error: { type: 'not-found', message: 'gone' } }, { status: 404 });
    });
    const rounds = [await download(), await download(), await download()];
    for (const round of rounds)
      expect(round).toMatchObject({ error: { type: 'bad-snapshot', why: 'missing-chunk' } });
    expect(requests).toBe(1);
    expect(await listPrice(1)).toBe('1');
    device.now = () => new Date('2026-11-21T10:10:00.000Z');
    device.network = (send) => send;
    expect(await download()).toEqual(done);
    expect(await listPrice(2)).toBe('2');
  });

  it('of a version that cannot be had do not keep another one from coming that shares the rest with it', async () => {
    server.snapshots.push(bookOf('2', 2));
    await device.mutate('createQuote', aQuote('q1', { priceBook: { bookId: 'book-1', version: 1 } }));
    device.network = answerChunk(first, () =>
      Response.json({ error: { type: 'not-found', message: 'gone' } }, { status: 404 }),
    );
    for (let round = 0; round < 3; round += 1)
      expect(await download()).toMatchObject({ error: { type: 'bad-snapshot', why: 'missing-chunk' } });
    expect(await listPrice(1)).toBe('1');
  });

  it.each<[string, (published: Published) => Published, string]>([
    [
      'are longer than the manifest says',
      ({ manifest, chunks }) => ({
        chunks,
        manifest: {
          ...manifest,
          chunks: manifest.chunks.map((chunk) => ({ ...chunk, bytes: chunk.bytes - 1 })),
        },
      }),
      'wrong-hash',
    ],
    [
      'are shorter than the manifest says, by more than any device has',
      ({ manifest, chunks }) => ({
        chunks,
        manifest: { ...manifest, chunks: manifest.chunks.map((chunk) => ({ ...chunk, bytes: 2 ** 52 })) },
      }),
      'wrong-size',
    ],
    [
      'have fewer rows than the manifest says',
      ({ manifest, chunks }) => ({
        chunks,
        manifest: {
          ...manifest,
          rows: manifest.rows + 3,
          chunks: manifest.chunks.map((chunk) => ({ ...chunk, rows: chunk.rows + 1 })),
        },
      }),
      'wrong-size',
    ],
    ['are no price entries', ({ manifest }) => ({ ...aCatalogRowsAs(manifest) }), 'not-rows'],
  ])('that %s are refused, however they are signed', async (_what, garble, why) => {
    await download();
    const garbled = garble(bookOf('2', 2));
    server.snapshots.push({ ...garbled, manifest: signedByVendor(garbled.manifest) });
    expect(await download()).toMatchObject({ error: { type: 'bad-snapshot', why } });
    expect(await whole()).toEqual(['book-1 1', 'catalog-main 1']);
  });

  /** A book whose chunks are a catalog's. */
  const aCatalogRowsAs = (manifest: Manifest): Published => {
    const catalog = aCatalogSnapshot([aProduct({ sku: 'X' })]);
    return { chunks: catalog.chunks, manifest: { ...manifest, rows: 1, chunks: catalog.manifest.chunks } };
  };
});

describe('deltas (SY-7)', () => {
  const chunkRequests = () => server.requests.filter((one) => one.includes('/chunks/'));
  const many = Array.from({ length: 40 }, (_, at) =>
    anEntry({ sku: `S-${String(at).padStart(3, '0')}`, list: '5' }),
  );
  const next = [
    ...many.slice(1, 20),
    anEntry({ sku: 'S-019A', list: '7' }),
    anEntry({ sku: 'S-020', list: '6' }),
    ...many.slice(21),
  ];

  const publishNext = (garble: (delta: Uint8Array) => Uint8Array = (delta) => delta): void => {
    const before = aBookSnapshot(many, 1, 'book-d', 4);
    const after = aBookSnapshot(next, 2, 'book-d', 4);
    server.snapshots.push(aDelta(before, after, many, next, garble));
  };

  beforeEach(async () => {
    server.snapshots.push(aBookSnapshot(many, 1, 'book-d', 4));
    await download();
    server.requests.length = 0;
  });
  const rowsOf = async (version: number) => {
    const data = await createCatalogService(await device.db()).pricingData(
      'book-d',
      version,
      next.map(({ sku }) => sku),
    );
    return data.ok ? data.value.entries : data.error;
  };

  it('make the new version of the one that is here: one file instead of many', async () => {
    publishNext();
    expect(await download()).toEqual(done);
    expect(chunkRequests()).toHaveLength(1);
    expect(await rowsOf(2)).toEqual(next);
    expect(await getMeta(await device.db(), 'deltasFailed')).toBeUndefined();
  });

  it.each<[string, (delta: Uint8Array) => Uint8Array]>([
    ['lies about a price', (delta) => replaceIn(delta, '"6"', '"9"')],
    ['forgets what was removed', (delta) => replaceIn(delta, '["S-000"]', '[]')],
    ['is no JSON', (delta) => delta.slice(0, -1)],
    ['is no delta', () => new TextEncoder().encode('[]')],
  ])('whose file %s are counted and made good by the chunks', async (_what, garble) => {
    publishNext(garble);
    expect(await download()).toEqual(done);
    expect(chunkRequests().length).toBeGreaterThan(1);
    expect(await rowsOf(2)).toEqual(next);
    expect(await getMeta(await device.db(), 'deltasFailed')).toBe(1);
  });

  it('that are missing on the server, or whose beginning is damaged here, are made good by the chunks', async () => {
    publishNext();
    const hash = server.snapshots.at(-1)?.manifest.deltas?.[0]?.hash ?? '';
    device.network = answerChunk(hash, () =>
      Response.json({ error: { type: 'not-found', message: 'gone' } }, { status: 404 }),
    );
    expect(await download()).toEqual(done);
    expect(await rowsOf(2)).toEqual(next);
  });

  const replaceIn = (bytes: Uint8Array, from: string, to: string): Uint8Array =>
    new TextEncoder().encode(new TextDecoder().decode(bytes).replace(from, to));
});
