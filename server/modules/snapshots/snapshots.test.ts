import { createHash } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PriceEntry } from '#shared/domain/pricing/price-book';
import { aBook, anEntry, aPartner } from '#shared/domain/quote/quote.test-kit';
import { priceBookChunkSchema, snapshotListSchema, type Manifest } from '#shared/protocol/snapshot';
import { snapshotFolder } from '../../app';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { startTestServer, type TestDevice, type TestServer } from '../../test-vendor.test-kit';
import { priceBookSource } from './price-book-source';
import { publishPriceBook } from './publish';

describe.each(databaseKinds)('snapshots on %s', (kind) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(kind);
  });
  afterAll(() => server.close());

  const publish = (bookId: string, entries: readonly PriceEntry[], partnerIds: readonly string[]) => {
    const { version: _version, publishedAt: _publishedAt, ...header } = aBook({ bookId }).header;
    const book = { header, entries, partnerIds };
    return server.database
      .transaction()
      .execute((queries) => publishPriceBook(queries, server.chunks, book, new Date('2026-03-10')));
  };
  const list = async (device: TestDevice): Promise<Manifest[]> =>
    snapshotListSchema.parse((await device.ask('GET', '/api/v1/snapshots')).body).snapshots;
  const get = (device: TestDevice, url: string, headers = {}) =>
    server.app.inject({ method: 'GET', url, headers: { ...device.headers, ...headers } });
  const many = (count: number): PriceEntry[] =>
    Array.from({ length: count }, (_, index) => anEntry({ sku: `SKU-${index}` }));

  it('PRI-1 lists a partner its own books and the catalogs they name, the vendor all', async () => {
    const keys = (manifests: readonly Manifest[]) => manifests.map(({ kind: of, id }) => `${of} ${id}`);
    expect(keys(await list(await server.signIn('rep-1')))).toEqual([
      'catalog catalog-main',
      'price-book book-1',
    ]);
    expect(keys(await list(await server.signIn('rep-2')))).toEqual([
      'catalog catalog-main',
      'price-book book-2',
    ]);
    expect(keys(await list(await server.signIn('channel-1')))).toEqual([
      'catalog catalog-main',
      'price-book book-1',
      'price-book book-2',
    ]);
  });

  it('PRI-1 gives nothing of another partner’s book, by whatever address', async () => {
    const [mine, theirs] = [await server.signIn('rep-1'), await server.signIn('rep-2')];
    const book = (await list(theirs)).find(({ id }) => id === 'book-2');
    const chunk = `/api/v1/snapshots/price-book/book-2/chunks/${book?.chunks[0]?.hash}`;
    expect((await get(theirs, chunk)).statusCode).toBe(200);
    for (const url of [chunk, chunk.replace('book-2', 'book-1'), '/api/v1/snapshots/price-book/book-2/1']) {
      expect((await get(mine, url)).json()).toMatchObject({ error: { type: 'not-found' } });
    }
    expect((await server.app.inject({ url: chunk })).statusCode).toBe(401);
  });

  it('SY-7 cuts sorted rows into chunks of 1,000 whose names are the SHA-256 of their bytes', async () => {
    await publish('big', many(2_500), ['partner-1']);
    const device = await server.signIn('rep-1');
    const book = (await list(device)).find(({ id }) => id === 'big');
    expect(book?.chunks.map(({ rows }) => rows)).toEqual([1_000, 1_000, 500]);
    const skus: string[] = [];
    for (const { hash, bytes } of book?.chunks ?? []) {
      const answer = await get(device, `/api/v1/snapshots/price-book/big/chunks/${hash}`);
      expect(createHash('sha256').update(answer.rawPayload).digest('hex')).toBe(hash);
      expect(answer.rawPayload.byteLength).toBe(bytes);
      expect(answer.headers['cache-control']).toBe('private, max-age=31536000, immutable');
      skus.push(...priceBookChunkSchema.parse(answer.json()).map(({ sku }) => sku));
    }
    expect(skus).toEqual(
      many(2_500)
        .map(({ sku }) => sku)
        .toSorted(),
    );
    const files = await readdir(snapshotFolder(server.dataDir));
    expect(files.every((name) => /^[0-9a-f]{64}$/.test(name))).toBe(true);
  });

  it('SY-7 keeps old versions, and publishes no version that says nothing new', async () => {
    await publish('kept', many(3), ['partner-1']);
    expect(await publish('kept', many(3).toReversed(), ['partner-1'])).toEqual({ version: 1, isNew: false });
    expect(await publish('kept', many(4), ['partner-1'])).toEqual({ version: 2, isNew: true });
    const device = await server.signIn('rep-1');
    expect((await list(device)).find(({ id }) => id === 'kept')).toMatchObject({ version: 2, rows: 4 });
    const old = await get(device, '/api/v1/snapshots/price-book/kept/1');
    expect(old.json()).toMatchObject({ version: 1, rows: 3, header: { bookId: 'kept', version: 1 } });
    expect((await get(device, '/api/v1/snapshots/price-book/kept/3')).statusCode).toBe(404);
  });

  describe('PR-22 what a distributor pays', () => {
    const distribution = {
      distributor: { from: 'cost', uplift: '10' },
      reseller: { uplift: '5' },
    } as const;
    const publishWith = (
      bookId: string,
      partnerIds: readonly string[] | null,
      book: { distribution?: typeof distribution; cost?: string },
    ) => {
      const { version: _version, publishedAt: _publishedAt, ...header } = aBook({ bookId }).header;
      const policy = book.distribution
        ? { ...header.policy, distribution: book.distribution }
        : header.policy;
      const entries = [anEntry(book.cost === undefined ? {} : { cost: book.cost })];
      return server.database
        .transaction()
        .execute((queries) =>
          publishPriceBook(
            queries,
            server.chunks,
            { header: { ...header, policy }, entries, partnerIds },
            new Date('2026-03-10'),
          ),
        );
    };
    beforeAll(async () => {
      const body = JSON.stringify(aPartner({ id: 'partner-2', partnerId: 'partner-2', kind: 'distributor' }));
      await server.database
        .updateTable('record')
        .set({ body })
        .where('type', '=', 'partner')
        .where('id', '=', 'partner-2')
        .execute();
    });

    it.each([
      ['a reseller', ['partner-1']],
      ['a distributor and a reseller', ['partner-2', 'partner-1']],
      ['everyone', ['*']],
    ])('PR-182 is never published for %s', async (_who, partnerIds) => {
      for (const secret of [{ distribution }, { cost: '41.17' }]) {
        await expect(publishWith('secret', partnerIds, secret)).rejects.toMatchObject({
          type: 'distribution-exposed',
          bookId: 'secret',
        });
      }
      expect((await list(await server.signIn('channel-1'))).some(({ id }) => id === 'secret')).toBe(false);
    });

    it('is published for distributors', async () => {
      expect(await publishWith('tiered', ['partner-2'], { distribution, cost: '41.17' })).toMatchObject({
        version: 1,
      });
      expect((await list(await server.signIn('rep-1'))).some(({ id }) => id === 'tiered')).toBe(false);
    });

    it('PR-182 a version without it does not open the older ones to resellers', async () => {
      await publishWith('once', ['partner-2'], { distribution });
      await expect(publishWith('once', ['partner-1'], {})).rejects.toMatchObject({
        partnerIds: ['partner-1'],
      });
      expect(await publishWith('once', null, {})).toEqual({ version: 2, isNew: true });
    });
  });

  it('a policy stored before a field of it existed is read with what holds without', async () => {
    await publish('old', [anEntry()], ['partner-1']);
    await sql`update snapshot set manifest = manifest #- '{header,policy,marginFloors}' #- '{header,policy,coTerm}' #- '{signature}' where id = 'old'`.execute(
      server.database,
    );
    const book = (await list(await server.signIn('rep-1'))).find(({ id }) => id === 'old');
    expect(book).toMatchObject({ header: { policy: { marginFloors: [], coTerm: 'to-date' } } });
    const reader = { partnerId: 'partner-1', role: 'rep' } as const;
    const key = { bookId: 'old', version: 1 };
    const source = await priceBookSource(server.chunks).find(server.database, reader, key);
    expect(source?.book.header.policy).toMatchObject({ marginFloors: [], coTerm: 'to-date' });
  });

  it('several publishers at once make one version each', async () => {
    const versions = await Promise.all(
      [5, 6, 7].map(async (count) => (await publish('raced', many(count), ['*'])).version),
    );
    expect(versions.toSorted((a, b) => a - b)).toEqual([1, 2, 3]);
    const other = await list(await server.signIn('rep-2'));
    expect(other.some(({ id }) => id === 'raced')).toBe(true); // "*": every partner
  });

  it('answers 304 to who has it already', async () => {
    const device = await server.signIn('rep-1');
    const chunk = (await list(device))[0]?.chunks[0]?.hash;
    for (const url of ['/api/v1/snapshots', `/api/v1/snapshots/catalog/catalog-main/chunks/${chunk}`]) {
      const { etag } = (await get(device, url)).headers;
      const again = await get(device, url, { 'if-none-match': String(etag) });
      expect([again.statusCode, again.body]).toEqual([304, '']);
    }
  });

  it('PRI-1 what one person may have is not kept for the next one at the same browser', async () => {
    const device = await server.signIn('rep-1');
    const chunk = (await list(device))[0]?.chunks[0]?.hash;
    for (const url of ['', '/catalog/catalog-main/1', `/catalog/catalog-main/chunks/${chunk}`]) {
      const { vary } = (await get(device, `/api/v1/snapshots${url}`)).headers;
      expect(String(vary).toLowerCase()).toContain('cookie, authorization');
    }
  });

  it('a manifest is asked for anew: another database may have another version of that number', async () => {
    const device = await server.signIn('rep-1');
    const url = '/api/v1/snapshots/price-book/renumbered/1';
    await publish('renumbered', many(3), ['partner-1']);
    const { etag, 'cache-control': caching } = (await get(device, url)).headers;
    expect(caching).toBe('private, no-cache');
    expect((await get(device, url, { 'if-none-match': String(etag) })).statusCode).toBe(304);
    await server.database.deleteFrom('snapshot').where('id', '=', 'renumbered').execute();
    await publish('renumbered', many(4), ['partner-1']);
    expect((await get(device, url, { 'if-none-match': String(etag) })).statusCode).toBe(200);
  });

  it('never hands out bytes that are not what their name says', async () => {
    await publish('rotten', [anEntry({ sku: 'ROT' })], ['partner-1']);
    const device = await server.signIn('rep-1');
    const hash = (await list(device)).find(({ id }) => id === 'rotten')?.chunks[0]?.hash ?? '';
    await writeFile(join(snapshotFolder(server.dataDir), hash), '[]');
    const answer = await get(device, `/api/v1/snapshots/price-book/rotten/chunks/${hash}`);
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.json().error.type).toBe('unavailable');
  });
});
