import { request } from 'node:http';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCatalogService } from '../../renderer/client/catalog-service';
import { getMeta } from '../../renderer/db/meta';
import { Device } from '../../renderer/sync/device.test-kit';
import type { Fetch } from '../../renderer/sync/server-api';
import { downloadSnapshots } from '../../renderer/sync/snapshots';
import { bookId, manyProducts, startBigVendor, type BigVendor } from './big-vendor.test-kit';
import { startWire, type Wire } from './wire.test-kit';

const done = { ok: true, value: undefined };
const skus = 100_000;
const cutsWanted = 200;
const seed = 20_261_122;
const { products, entries } = manyProducts(skus);
let vendor: BigVendor;
let wire: Wire;
let device: Device;
let authorization: string;
/** How long the stream of one whole download is, in bytes. */
let streamLength: number;
/** When set, requests go this way. */
let network: Fetch | null = null;

/** One vendor and one device that has everything, for both tests. */
beforeAll(async () => {
  vendor = await startBigVendor(products, entries);
  wire = await startWire(vendor.port);
  const signedIn = await vendor.signIn(() => wire.address);
  ({ authorization } = signedIn);
  device = new Device(signedIn.session, (path, init) => (network ?? signedIn.send)(path, init));
  const before = wire.received();
  const first = await downloadSnapshots(await device.context());
  if (!first.ok) throw new Error(first.error.type);
  streamLength = wire.received() - before;
}, 600_000);
afterAll(async () => {
  device.restart();
  await wire.close();
  await vendor.close();
});

it(
  'SY-7 a download of 100,000 SKUs cut at 200 random bytes goes on, and fetches at most one chunk again for each cut',
  { timeout: 600_000 },
  async () => {
    const { session, send } = await vendor.signIn(() => wire.address);
    const asked = new Map<string, number>();
    const other = new Device(session, (path, init) => {
      const hash = /\/chunks\/(.+)$/.exec(path)?.[1];
      if (hash !== undefined) asked.set(hash, (asked.get(hash) ?? 0) + 1);
      return send(path, init);
    });
    const download = async () => downloadSnapshots(await other.context());
    const random = randomFrom(seed);
    const positions = Array.from({ length: cutsWanted }, () => Math.floor(random() * streamLength));
    wire.cutAt(positions.map((at) => wire.received() + at).sort((a, b) => a - b));

    let result = await download();
    for (let round = 0; !result.ok && round < 2 * cutsWanted; round += 1) {
      expect(result.error.type).toBe('offline');
      result = await download();
    }
    expect(result).toEqual(done);

    const db = await other.db();
    const rows = await db.snapshots.toArray();
    expect(rows.map(({ kind, complete }) => [kind, complete])).toEqual([
      ['catalog', 1],
      ['price-book', 1],
    ]);
    const hashes = new Set(rows.flatMap(({ manifest }) => manifest.chunks.map(({ hash }) => hash)));
    const requests = [...asked.values()].reduce((sum, count) => sum + count, 0);
    expect(wire.cuts()).toBe(cutsWanted);
    expect(new Set(asked.keys())).toEqual(hashes);
    expect(requests).toBeLessThanOrEqual(hashes.size + cutsWanted);
    const everything = { bookId, version: 1, text: '', language: 'en', facets: {}, sort: 'sku' } as const;
    const found = await createCatalogService(db).search({ ...everything, offset: 0, limit: 1 });
    expect(found).toMatchObject({ ok: true, value: { total: skus } });
    other.restart();
  },
);

it(
  'SY-7 100 changed prices in 100,000 SKUs travel in less than 1.5 times the gzip size of the changed rows',
  { timeout: 600_000 },
  async () => {
    // Far apart, so that as many chunks as can be are others.
    const next = entries.map((entry, at) =>
      at % 1_000 === 7 ? { ...entry, list: `${String(at)}.99` } : entry,
    );
    const rows = next.filter((entry, at) => entry !== entries[at]);
    expect(rows).toHaveLength(100);
    await vendor.publish(next);

    const answers: Counted[] = [];
    network = countingFetch(answers);
    expect(await downloadSnapshots(await device.context())).toEqual(done);
    network = null;

    const files = answers.filter(({ path }) => path.includes('/chunks/'));
    expect(files).toHaveLength(1);
    expect(files[0]).toMatchObject({
      encoding: 'gzip',
      caching: 'private, max-age=31536000, immutable',
    });
    const changed = gzipSync(JSON.stringify(rows)).byteLength;
    expect(files[0]?.bytes).toBeGreaterThan(changed / 2);
    expect(files[0]?.bytes).toBeLessThan(1.5 * changed);

    const db = await device.db();
    expect(await getMeta(db, 'deltasFailed')).toBeUndefined();
    const wanted = rows.map(({ sku }) => sku);
    const found = await createCatalogService(db).pricingData(bookId, 2, wanted);
    expect(found).toMatchObject({ ok: true, value: { entries: rows } });
  },
);

interface Counted {
  readonly path: string;
  /** Of the body, as it is on the wire. */
  readonly bytes: number;
  readonly encoding: string;
  readonly caching: string;
}

/** GETs that note each body's size before its content-encoding is undone. */
function countingFetch(answers: Counted[]): Fetch {
  return (path) =>
    new Promise((resolve, reject) => {
      const headers = { authorization, 'accept-encoding': 'gzip' };
      const sent = request({ host: '127.0.0.1', port: vendor.port, path, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => {
          const bytes = Buffer.concat(parts);
          const encoding = answer.headers['content-encoding'] ?? '';
          const caching = answer.headers['cache-control'] ?? '';
          answers.push({ path, bytes: bytes.byteLength, encoding, caching });
          const body = encoding === 'gzip' ? gunzipSync(bytes) : bytes;
          resolve(new Response(new Uint8Array(body), { status: answer.statusCode ?? 500 }));
        });
      });
      sent.on('error', reject);
      sent.end();
    });
}

/** In [0, 1); the same for the same seed. */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
