import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aBook, anEntry, aLine, aQuote } from '#shared/domain/quote/quote.test-kit';
import { manifestSchema } from '#shared/protocol/snapshot';
import { snapshotFolder } from '../../app';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { newQuoteArgs, startTestServer, type TestDevice, type TestServer } from '../../test-vendor.test-kit';
import { collectSnapshots } from './collect';
import { publishPriceBook } from './publish';

describe.each(databaseKinds)('collecting old snapshots (SY-7) on %s', (kind) => {
  let server: TestServer;
  let device: TestDevice;
  const now = new Date('2026-12-01T00:00:00.000Z');
  /** A version a month, from January on. */
  const publish = async (bookId: string, versions: number): Promise<void> => {
    for (let month = 1; month <= versions; month += 1) {
      const { version: _version, publishedAt: _publishedAt, ...header } = aBook({ bookId }).header;
      const entries = [anEntry({ list: `${month}.00` }), ...fillers];
      const book = { header, entries, partnerIds: ['partner-1'] };
      await server.database
        .transaction()
        .execute((queries) =>
          publishPriceBook(queries, server.chunks, book, new Date(Date.UTC(2026, month - 1, 1))),
        );
    }
  };
  const fillers = Array.from({ length: 20 }, (_, at) => anEntry({ sku: `Z-${at}` }));
  const versions = async (bookId: string): Promise<number[]> => {
    const rows = await server.database
      .selectFrom('snapshot')
      .select('version')
      .where('id', '=', bookId)
      .orderBy('version')
      .execute();
    return rows.map(({ version }) => version);
  };
  const collect = (keepDays: number) => collectSnapshots(server.database, server.chunks, { keepDays, now });
  /** Every manifest left, with its chunks and deltas, can be fetched. */
  const expectWhole = async (bookId: string): Promise<void> => {
    for (const version of await versions(bookId)) {
      const url = `/api/v1/snapshots/price-book/${bookId}`;
      const manifest = manifestSchema.parse((await device.ask('GET', `${url}/${version}`)).body);
      for (const { hash } of [...manifest.chunks, ...(manifest.deltas ?? [])])
        expect((await device.ask('GET', `${url}/chunks/${hash}`)).status).toBe(200);
    }
  };

  beforeAll(async () => {
    server = await startTestServer(kind);
    device = await server.signIn('rep-1');
  });
  afterAll(() => server.close());

  it('removes what was replaced long ago and keeps the newest five, with all their files', async () => {
    await publish('old', 8);
    const before = (await readdir(snapshotFolder(server.dataDir))).length;
    // Version 3 was replaced in April, 2 in March: 250 days back is the end of March.
    expect(await collect(250)).toMatchObject({ versions: 2 });
    expect(await versions('old')).toEqual([3, 4, 5, 6, 7, 8]);
    await expectWhole('old');
    expect(await collect(0)).toMatchObject({ versions: 1 });
    expect(await versions('old')).toEqual([4, 5, 6, 7, 8]);
    await expectWhole('old');
    expect((await readdir(snapshotFolder(server.dataDir))).length).toBeLessThan(before);
    expect(await collect(0)).toEqual({ versions: 0, chunks: 0 });
  });

  it('PR-32 keeps what quotes name, their kept lines and refused work included', async () => {
    await publish('named', 9);
    const quote = aQuote({
      id: 'quote-named',
      accountId: 'account-1',
      priceBook: { bookId: 'named', version: 2 },
      items: [aLine({ id: 'line-1', keptVersion: 1 })],
    });
    // There is one of that id already.
    const refused = aQuote({ ...quote, items: [], priceBook: { bookId: 'named', version: 3 } });
    const answer = await device.push(
      device.next('createQuote', newQuoteArgs(quote)),
      device.next('createQuote', newQuoteArgs(refused)),
    );
    expect(answer.refused.map(({ seq }) => seq)).toEqual([2]);
    expect(await collect(0)).toMatchObject({ versions: 1 });
    expect(await versions('named')).toEqual([1, 2, 3, 5, 6, 7, 8, 9]);
    await expectWhole('named');
  });

  it('keeps a file as long as any catalog or book has it', async () => {
    await publish('one', 6);
    await publish('two', 1);
    await collect(0);
    expect(await versions('one')).toEqual([2, 3, 4, 5, 6]);
    await expectWhole('one');
    await expectWhole('two');
  });
});
