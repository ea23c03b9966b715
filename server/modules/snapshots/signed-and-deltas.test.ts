import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PriceEntry } from '#shared/domain/pricing/price-book';
import { aBook, anEntry } from '#shared/domain/quote/quote.test-kit';
import { readSignedManifest } from '#shared/protocol/signed-manifest';
import {
  manifestSchema,
  snapshotDeltaSchema,
  snapshotKeysSchema,
  type Manifest,
} from '#shared/protocol/snapshot';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { startTestServer, type TestDevice, type TestServer } from '../../test-vendor.test-kit';
import { publishPriceBook } from './publish';

describe.each(databaseKinds)('signed manifests and deltas on %s', (kind) => {
  let server: TestServer;
  let device: TestDevice;
  beforeAll(async () => {
    server = await startTestServer(kind);
    device = await server.signIn('rep-1');
  });
  afterAll(() => server.close());

  const publish = (bookId: string, entries: readonly PriceEntry[], changes = {}) => {
    const { version: _version, publishedAt: _publishedAt, ...header } = aBook({ bookId, ...changes }).header;
    const book = { header, entries, partnerIds: ['partner-1'] };
    return server.database
      .transaction()
      .execute((queries) => publishPriceBook(queries, server.chunks, book, new Date('2026-03-10')));
  };
  const many = (count: number, list = '10.00'): PriceEntry[] =>
    Array.from({ length: count }, (_, at) => anEntry({ sku: `SKU-${String(at).padStart(5, '0')}`, list }));
  const manifestOf = async (bookId: string, version: number): Promise<unknown> =>
    (await device.ask('GET', `/api/v1/snapshots/price-book/${bookId}/${version}`)).body;
  const keys = async () =>
    snapshotKeysSchema.parse((await device.ask('GET', '/api/v1/snapshots/keys')).body).keys;
  const chunk = (bookId: string, hash: string, headers = {}) =>
    server.app.inject({
      url: `/api/v1/snapshots/price-book/${bookId}/chunks/${hash}`,
      headers: { ...device.headers, ...headers },
    });
  const deltaOf = async (manifest: Manifest, from: number) => {
    const hash = manifest.deltas?.find((delta) => delta.from === from)?.hash ?? '';
    const answer = await chunk(manifest.id, hash);
    expect(createHash('sha256').update(answer.rawPayload).digest('hex')).toBe(hash);
    return snapshotDeltaSchema.parse(answer.json());
  };

  it('SY-7 signs what it sends, byte for byte of its RFC 8785 form', async () => {
    await publish('signed', many(3));
    const sent = await manifestOf('signed', 1);
    expect(readSignedManifest(sent, await keys())).toMatchObject({ ok: true, value: { id: 'signed' } });
    const raised = { ...(sent as Manifest), rows: 4 };
    expect(readSignedManifest(raised, await keys())).toEqual({ ok: false, error: 'wrong-signature' });
    expect(readSignedManifest({ ...(sent as Manifest), added: 1 }, await keys()).ok).toBe(false);
    const { body } = await device.ask('GET', '/api/v1/snapshots');
    for (const one of (body as { snapshots: unknown[] }).snapshots)
      expect(readSignedManifest(one, await keys()).ok).toBe(true);
  });

  it('SY-7 tells its keys to who is signed in, and no cache keeps them', async () => {
    expect((await server.app.inject({ url: '/api/v1/snapshots/keys' })).statusCode).toBe(401);
    const answer = await server.app.inject({ url: '/api/v1/snapshots/keys', headers: device.headers });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body).not.toContain('rivate');
  });

  it('signs what an earlier release stored, once, with the fields it has', async () => {
    await publish('earlier', many(3));
    await sql`update snapshot set manifest = manifest #- '{signature}' #- '{header,policy,marginFloors}' where id = 'earlier'`.execute(
      server.database,
    );
    const answers = await Promise.all([1, 2, 3, 4].map(() => manifestOf('earlier', 1)));
    for (const sent of answers) expect(sent).toEqual(answers[0]);
    expect(answers[0]).not.toHaveProperty('header.policy.marginFloors');
    expect(readSignedManifest(answers[0], await keys())).toMatchObject({
      ok: true,
      value: { header: { policy: { marginFloors: [] } } },
    });
  });

  it('SY-7 says in a delta which rows are new, otherwise or gone since each of the last three versions', async () => {
    const first = many(2_500);
    const second = first.map((entry, at) => (at === 1_200 ? { ...entry, list: '11.00' } : entry));
    const third = second.filter(({ sku }) => sku !== 'SKU-00002');
    const fourth = [...third, anEntry({ sku: 'SKU-00500A' })];
    for (const entries of [first, second, third, fourth]) await publish('delta', entries);
    await publish('delta', fourth, { name: 'Renamed' });

    const manifest = manifestSchema.parse(await manifestOf('delta', 4));
    expect(manifest.deltas?.map(({ from }) => from)).toEqual([3, 2, 1]);
    const changes = async (from: number) => {
      const { changed, removed } = await deltaOf(manifest, from);
      return [changed.map(({ sku }) => sku), removed];
    };
    expect(await changes(3)).toEqual([['SKU-00500A'], []]);
    expect(await changes(2)).toEqual([['SKU-00500A'], ['SKU-00002']]);
    expect(await changes(1)).toEqual([['SKU-00500A', 'SKU-01200'], ['SKU-00002']]);
    // The same rows under another name: nothing to fetch from version 4, and none from 1, which is too far back.
    const renamed = manifestSchema.parse(await manifestOf('delta', 5));
    expect(renamed.deltas?.map(({ from }) => from)).toEqual([3, 2]);
  });

  it('has no delta where half of the rows changed', async () => {
    await publish('raised', many(1_000));
    await publish('raised', many(1_000, '12.00'));
    expect(await manifestOf('raised', 2)).not.toHaveProperty('deltas');
  });

  it('a row that says what it said keeps its bytes, however it is written now', async () => {
    await publish('rewritten', many(3));
    const otherwise = many(3).map(
      ({ sku, ...rest }) => ({ ...Object.fromEntries(Object.entries(rest).toReversed()), sku }) as PriceEntry,
    );
    expect(Object.keys(otherwise[0] ?? {})).not.toEqual(Object.keys(many(1)[0] ?? {}));
    expect(await publish('rewritten', otherwise)).toEqual({ version: 1, isNew: false });
  });

  it('sends chunks compressed to who takes gzip, the same bytes each time', async () => {
    await publish('packed', many(1_000));
    const hash = manifestSchema.parse(await manifestOf('packed', 1)).chunks[0]?.hash ?? '';
    const plain = await chunk('packed', hash, { 'accept-encoding': 'identity' });
    const packed = await chunk('packed', hash, { 'accept-encoding': 'br;q=0.5, gzip' });
    expect(packed.headers).toMatchObject({
      'content-encoding': 'gzip',
      'cache-control': 'private, max-age=31536000, immutable',
      vary: 'Cookie, Authorization, Accept-Encoding',
    });
    expect(gunzipSync(packed.rawPayload).equals(plain.rawPayload)).toBe(true);
    expect(packed.rawPayload.byteLength).toBeLessThan(plain.rawPayload.byteLength / 5);
    const refused = await chunk('packed', hash, { 'accept-encoding': 'gzip;q=0' });
    expect(refused.headers['content-encoding']).toBeUndefined();
  });
});
