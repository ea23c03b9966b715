import { beforeAll, describe, expect, it } from 'vitest';
import type { Product } from '#shared/domain/catalog/product';
import { anEntry, aProduct } from '#shared/domain/quote/quote.test-kit';
import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import { aSession } from '../sync/builders.test-kit';
import { Device } from '../sync/device.test-kit';
import { ReferenceServer } from '../sync/reference-server.test-kit';
import { aBookSnapshot, aCatalogSnapshot } from '../sync/snapshot.test-kit';
import { createCatalogService } from './catalog-service';
import type { CatalogQuery, CatalogService } from './client';

const products: Product[] = [
  aProduct({
    sku: 'SRV-200',
    name: { en: 'Rack server', pl: 'Serwer' },
    family: 'Servers',
    kind: 'hardware',
  }),
  aProduct({
    sku: 'SRV-100',
    name: { en: 'Tower server', pl: 'Żuraw' },
    family: 'Servers',
    kind: 'hardware',
  }),
  aProduct({
    sku: 'BCK-1',
    name: { en: 'Backup licence', pl: 'Ława' },
    family: 'Backup',
    familyName: { en: 'Backup', pl: 'Kopie zapasowe' },
    vendor: 'Other',
  }),
  aProduct({ sku: 'BCK-2', name: { en: 'Backup service', pl: 'Zamek' }, family: 'Backup', kind: 'service' }),
];
const entries = [
  anEntry({ sku: 'BCK-1', list: '9.5' }),
  anEntry({ sku: 'BCK-2', list: '10' }),
  anEntry({ sku: 'NOT-IN-CATALOG', list: '1' }),
  anEntry({ sku: 'SRV-100', list: '100' }),
  anEntry({ sku: 'SRV-200', list: '1000' }),
];

const server = new ReferenceServer(aSession());
const device = new Device(aSession(), (path, init) => Promise.resolve(server.handle(path, init)));
let service: CatalogService;

beforeAll(async () => {
  server.snapshots.push(
    aCatalogSnapshot(products),
    aBookSnapshot(entries),
    aBookSnapshot([anEntry({ sku: 'BCK-1', list: '7' })], 4, 'real'),
  );
  await device.sync();
  service = createCatalogService(await device.db());
});

const query = (changes: Partial<CatalogQuery>): CatalogQuery => ({
  bookId: 'book-1',
  version: 1,
  text: '',
  language: 'en',
  facets: {},
  sort: 'relevance',
  offset: 0,
  limit: 10,
  ...changes,
});
const find = async (changes: Partial<CatalogQuery>) => {
  const answer = await service.search(query(changes));
  if (!answer.ok) throw new Error(answer.error.type);
  return { ...answer.value, skus: answer.value.hits.map(({ product }) => product.sku) };
};

describe('the catalog on the device (CAT-2)', () => {
  it('lists everything the book has for an empty text, a page at a time', async () => {
    const first = await find({ limit: 3 });
    expect(first.total).toBe(4);
    expect(first.hits.map(({ product, list }) => [product.sku, list])).toEqual([
      ['SRV-200', '1000'],
      ['SRV-100', '100'],
      ['BCK-1', '9.5'],
    ]);
    expect((await find({ limit: 3, offset: 3 })).skus).toEqual(['BCK-2']);
  });

  it('finds by SKU prefix, by words in any order and through a typo', async () => {
    expect((await find({ text: 'srv-1' })).skus).toEqual(['SRV-100']);
    expect((await find({ text: 'server rack' })).skus).toEqual(['SRV-200']);
    expect(await find({ text: 'bakcup' })).toMatchObject({ total: 2, corrected: true });
    expect(await find({ text: 'backup' })).toMatchObject({ total: 2, corrected: false });
  });

  it('searches one book at a time: what another book has is not found', async () => {
    expect(await find({ bookId: 'real', version: 4, text: 'backup' })).toMatchObject({
      skus: ['BCK-1'],
      hits: [{ list: '7' }],
    });
  });

  it('counts each facet without its own choice, so that its other values stay in sight', async () => {
    const found = await find({ facets: { family: 'Backup' } });
    expect(found.skus).toEqual(['BCK-1', 'BCK-2']);
    expect(found.facets.families).toEqual([
      { value: 'Backup', count: 2, label: 'Backup' },
      { value: 'Servers', count: 2 },
    ]);
    expect(found.facets.kinds).toEqual([
      { value: 'licence', count: 1 },
      { value: 'service', count: 1 },
    ]);
  });

  it('names families in the language asked for, and finds a product by them', async () => {
    const found = await find({ language: 'pl', text: 'kopie' });
    expect(found.skus).toEqual(['BCK-1']);
    expect(found.facets.families).toEqual([{ value: 'Backup', count: 1, label: 'Kopie zapasowe' }]);
  });

  it('takes prices as decimals, not as text or floats, and ignores a bound still being typed', async () => {
    expect((await find({ facets: { priceFrom: '9.50', priceTo: '100' } })).skus).toEqual([
      'SRV-100',
      'BCK-1',
      'BCK-2',
    ]);
    expect((await find({ facets: { priceFrom: '9.' } })).total).toBe(4);
    expect((await find({ sort: 'price-up' })).skus).toEqual(['BCK-1', 'BCK-2', 'SRV-100', 'SRV-200']);
    expect((await find({ sort: 'price-down' })).skus).toEqual(['SRV-200', 'SRV-100', 'BCK-2', 'BCK-1']);
  });

  it("sorts names by the language's own alphabet, and SKUs with their numbers as numbers", async () => {
    expect((await find({ sort: 'name', language: 'pl' })).skus).toEqual([
      'BCK-1',
      'SRV-200',
      'BCK-2',
      'SRV-100',
    ]);
    expect((await find({ sort: 'sku' })).skus).toEqual(['BCK-1', 'BCK-2', 'SRV-100', 'SRV-200']);
  });

  it('gives pricing what it needs of the SKUs asked for, and leaves unknown ones out', async () => {
    const data = await service.pricingData('book-1', 1, ['SRV-100', 'nothing']);
    expect(data).toMatchObject({
      ok: true,
      value: { header: { bookId: 'book-1' }, entries: [{ list: '100' }], products: [{ sku: 'SRV-100' }] },
    });
  });

  it('PR-14 gives with a bundle everything it can hold, though no line names it yet', async () => {
    const option = {
      id: 'o',
      kind: 'optional',
      quantity: '1',
      min: null,
      max: null,
      scaling: 'fixed',
    } as const;
    const holding = (sku: string) => ({
      pricing: 'sum' as const,
      discountCascades: false,
      groups: [
        { id: 'g', name: { en: 'Parts' }, choose: { min: 0, max: null }, options: [{ ...option, sku }] },
      ],
    });
    const bundled = new ReferenceServer(aSession());
    bundled.snapshots.push(
      aCatalogSnapshot([
        aProduct({ sku: 'KIT', bundle: holding('BOX') }),
        aProduct({ sku: 'BOX', bundle: holding('KIT') }),
        aProduct({ sku: 'OTHER' }),
      ]),
      aBookSnapshot(['BOX', 'KIT', 'OTHER'].map((sku) => anEntry({ sku }))),
    );
    const other = new Device(aSession(), (path, init) => Promise.resolve(bundled.handle(path, init)));
    await other.sync();
    const data = await createCatalogService(await other.db()).pricingData('book-1', 1, ['KIT']);
    if (!data.ok) throw new Error(data.error.type);
    expect(data.value.products.map(({ sku }) => sku)).toEqual(['KIT', 'BOX']);
    expect(data.value.entries.map(({ sku }) => sku)).toEqual(['KIT', 'BOX']);
    other.restart();
  });

  it('reads a book stored by an earlier release as if its policy had said the defaults', async () => {
    const db = await device.db();
    const row = await db.snapshots.get(['price-book', 'book-1', 1]);
    if (row?.manifest.kind !== 'price-book') throw new Error('no book');
    const { onNewVersion, approvalRules, marginFloors, ...policy } = row.manifest.header.policy;
    const header = { ...row.manifest.header, policy } as PriceBookHeader;
    const { signed: _, ...unsigned } = row;
    await db.snapshots.put({ ...unsigned, manifest: { ...row.manifest, header } });
    const older = createCatalogService(db);
    const expected = { onNewVersion, approvalRules, marginFloors };
    expect((await older.books())[0]?.policy).toMatchObject(expected);
    expect(await older.pricingData('book-1', 1, [])).toMatchObject({
      value: { header: { policy: expected } },
    });
    await db.snapshots.put(row);
  });

  it('finds what rows of an order mean: by SKU, by its SKU written otherwise, by words, or not at all', async () => {
    const rows = [
      { skus: ['SRV-100'], words: 'SRV-100' },
      { skus: ['srv 100'], words: 'srv 100' },
      { skus: [], words: 'Rack server' },
      { skus: [], words: 'backup' },
      { skus: [], words: 'Rack server for the basement' },
      { skus: ['XX-9'], words: 'XX-9' },
      { skus: ['SRV-100', 'BCK-1'], words: 'SRV-100 with BCK-1' },
    ];
    const answer = await service.matchRows('book-1', 1, '2026-03-01', rows);
    if (!answer.ok) throw new Error(answer.error.type);
    expect(
      answer.value.map(({ how, certain, choices }) => [
        how,
        certain,
        choices.map(({ product }) => product.sku),
      ]),
    ).toEqual([
      ['sku', true, ['SRV-100']],
      ['similar-sku', true, ['SRV-100']],
      ['words', true, ['SRV-200']],
      ['words', false, ['BCK-1', 'BCK-2']],
      ['words', false, ['SRV-200']],
      ['none', false, []],
      ['sku', false, ['SRV-100', 'BCK-1']],
    ]);
  });

  it('offers the successor for a product that is no longer sold, and never takes it for certain', async () => {
    const shop = new ReferenceServer(aSession());
    shop.snapshots.push(
      aCatalogSnapshot([
        aProduct({ sku: 'OLD-1', successorSku: 'OLD-2', orderableUntil: '2026-01-01' }),
        aProduct({ sku: 'OLD-2', successorSku: 'NEW-3', orderableUntil: '2026-02-01' }),
        aProduct({ sku: 'NEW-3' }),
      ]),
      aBookSnapshot([anEntry({ sku: 'NEW-3' }), anEntry({ sku: 'OLD-2' })]),
    );
    const other = new Device(aSession(), (path, init) => Promise.resolve(shop.handle(path, init)));
    await other.sync();
    const rows = ['OLD-1', 'OLD-2'].map((sku) => ({ skus: [sku], words: sku }));
    const service = createCatalogService(await other.db());
    const skusOf = async (today: string) => {
      const answer = await service.matchRows('book-1', 1, today, rows);
      if (!answer.ok) throw new Error(answer.error.type);
      return answer.value.map(({ how, certain, choices, formerSku }) =>
        [how, certain, formerSku, ...choices.map(({ product }) => product.sku)].join(' '),
      );
    };
    expect(await skusOf('2026-03-01')).toEqual([
      'successor false OLD-1 NEW-3',
      'successor false OLD-2 NEW-3 OLD-2',
    ]);
    expect(await skusOf('2026-01-15')).toEqual(['successor false OLD-1 OLD-2', 'sku true  OLD-2']);
    other.restart();
  });

  it('answers typed when the version is not here, or a chunk of it is damaged', async () => {
    expect(await service.search(query({ version: 9 }))).toEqual({
      ok: false,
      error: { type: 'book-not-on-device', bookId: 'book-1', version: 9 },
    });
    const db = await device.db();
    const hash = (await db.snapshots.get(['price-book', 'real', 4]))?.manifest.chunks[0]?.hash ?? '';
    await db.chunks.put({ hash, bytes: new TextEncoder().encode('[{"sku":') });
    expect(await createCatalogService(db).search(query({ bookId: 'real', version: 4 }))).toEqual({
      ok: false,
      error: { type: 'damaged-chunk', hash },
    });
  });

  it('SY-7 gets a damaged chunk again with the next sync', async () => {
    expect(await service.search(query({ bookId: 'real', version: 4 }))).toMatchObject({
      ok: false,
      error: { type: 'book-not-on-device' },
    });
    await device.sync();
    expect((await find({ bookId: 'real', version: 4 })).hits).toMatchObject([{ list: '7' }]);
  });

  it('SY-7 uses a new version from the question after it was switched in', async () => {
    server.snapshots.push(aBookSnapshot([anEntry({ sku: 'BCK-1', list: '6' })], 5, 'real'));
    await device.sync();
    expect((await service.books()).map(({ bookId, version }) => [bookId, version])).toEqual([
      ['book-1', 1],
      ['real', 5],
    ]);
    expect((await find({ bookId: 'real', version: 5 })).hits).toMatchObject([{ list: '6' }]);
  });
});
