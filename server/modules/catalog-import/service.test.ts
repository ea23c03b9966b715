import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { startTestServer, type TestServer } from '../../test-vendor.test-kit';
import { priceBookSource } from '../snapshots/price-book-source';
import { newestManifests } from '../snapshots/repository';
import { parseImportOptions } from './options';
import type { GoodRow } from './read-row';
import { publishImport } from './service';

const vendor = { partnerId: 'vendor', role: 'channel' } as const;
const aRow = (sku: string): GoodRow => ({
  sku,
  name: `Product ${sku}`,
  description: '',
  vendor: '',
  family: 'All',
  price: '10',
});

describe.each(databaseKinds)('publishing an import on %s', (kind) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(kind);
  });
  afterAll(() => server.close());

  const publish = (book: string, skus: readonly string[], flags: Readonly<Record<string, string>> = {}) => {
    const options = parseImportOptions({ import: 'prices.csv', book, currency: 'EUR', ...flags });
    if (!options.ok || options.value === null) throw new Error(`no import: ${JSON.stringify(options)}`);
    return publishImport(server.database, server.chunks, options.value, skus.map(aRow), new Date());
  };
  const readersOf = async (bookId: string): Promise<string[]> => {
    const readers: string[] = [];
    for (const partnerId of ['partner-1', 'partner-2']) {
      const manifests = await newestManifests(server.database, { partnerId, role: 'rep' });
      if (manifests.some((manifest) => manifest.id === bookId && manifest.kind === 'price-book'))
        readers.push(partnerId);
    }
    return readers;
  };

  it('IM-6 a new book is for all; a new version for whom the last one was, unless it says for whom', async () => {
    await publish('Open', ['A']);
    expect(await readersOf('open')).toEqual(['partner-1', 'partner-2']);
    await publish('Own', ['A'], { partners: 'partner-1' });
    expect(await readersOf('own')).toEqual(['partner-1']);
    await publish('Own', ['A', 'B']);
    expect(await readersOf('own')).toEqual(['partner-1']);
    await publish('Own', ['A', 'B'], { partners: 'partner-2' });
    expect(await readersOf('own')).toEqual(['partner-2']);
    await publish('Own', ['A', 'B'], { partners: 'all' });
    expect(await readersOf('own')).toEqual(['partner-1', 'partner-2']);
  });

  it('IM-7, PR-33 a product that a new list leaves out still has its price in the version before', async () => {
    const find = (bookId: string, version: number) =>
      priceBookSource(server.chunks).find(server.database, vendor, { bookId, version });
    await publish('Shrinking', ['A', 'B']);
    expect(await publish('Shrinking', ['A'])).toMatchObject({ book: { version: 2, isNew: true } });
    const [before, now] = [await find('shrinking', 1), await find('shrinking', 2)];
    expect([before?.book.entry('B')?.list, before?.product('B')?.name.en]).toEqual(['10', 'Product B']);
    expect(now?.book.entry('B')).toBeUndefined();
    expect(await publish('Shrinking', ['A'])).toMatchObject({
      book: { isNew: false },
      catalog: { isNew: false },
    });
  });

  it('IM-7 a second book in one catalog leaves the first one its products', async () => {
    await publish('First', ['A', 'B'], { catalog: 'both' });
    await publish('Second', ['B', 'C'], { catalog: 'both' });
    const first = await priceBookSource(server.chunks).find(server.database, vendor, {
      bookId: 'first',
      version: 1,
    });
    expect(['A', 'B', 'C'].map((sku) => first?.product(sku)?.sku)).toEqual(['A', 'B', 'C']);
  });
});
