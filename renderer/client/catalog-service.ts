import type { Product } from '#shared/domain/catalog/product';
import { priceBookHeaderSchema, type PriceBookHeader } from '#shared/domain/pricing/price-book';
import { ok, type Result } from '#shared/lib/result';
import { catalogChunkSchema, priceBookChunkSchema, type SnapshotKind } from '#shared/protocol/snapshot';
import type { ClientDatabase } from '../db/database';
import type { SnapshotRow } from '../db/rows';
import { bookColumns, catalogColumns, type BookColumns, type CatalogColumns } from './catalog-columns';
import type { CatalogError, CatalogService } from './client';
import { matchRow, type KnownWords } from './match-rows';
import { searchBook } from './search-book';
import { readRows, verifiedManifest } from './snapshot-reader';

interface Loaded {
  readonly catalog: CatalogColumns;
  readonly book: BookColumns;
}

/**
 * Searches and prices from the snapshots in `db`, holding what was asked for in memory. Which versions are whole is asked of the
 * database each time, so a version that has just been switched in is used by the next question (SY-7).
 */
export function createCatalogService(db: ClientDatabase): CatalogService {
  const catalogs = new Memory<CatalogColumns>(2);
  const books = new Memory<BookColumns>(6);

  const loadOnce = async (bookId: string, version: number): Promise<Result<Loaded, CatalogError>> => {
    const notHere = { ok: false, error: { type: 'book-not-on-device', bookId, version } } as const;
    const bookRow = await db.snapshots.get(['price-book', bookId, version]);
    if (bookRow?.complete !== 1 || bookRow.manifest.kind !== 'price-book') return notHere;
    const catalogRow = await newestWhole(db, 'catalog', bookRow.manifest.header.catalogId);
    if (!catalogRow) return notHere;
    const catalog = await catalogs.get(nameOf(catalogRow), async () => {
      const manifest = await verifiedManifest(db, catalogRow);
      if (!manifest.ok) return manifest;
      const rows = await readRows(db, manifest.value, catalogChunkSchema);
      return rows.ok ? ok(catalogColumns(rows.value)) : rows;
    });
    if (!catalog.ok) return catalog;
    const book = await books.get(`${nameOf(bookRow)} over ${nameOf(catalogRow)}`, async () => {
      const manifest = await verifiedManifest(db, bookRow);
      if (!manifest.ok) return manifest;
      if (manifest.value.kind !== 'price-book') return notHere;
      const rows = await readRows(db, manifest.value, priceBookChunkSchema);
      return rows.ok ? ok(bookColumns(headerOf(manifest.value), rows.value, catalog.value)) : rows;
    });
    return book.ok ? ok({ catalog: catalog.value, book: book.value }) : book;
  };
  const load = async (bookId: string, version: number): Promise<Result<Loaded, CatalogError>> => {
    const loaded = await loadOnce(bookId, version);
    if (loaded.ok || loaded.error.type === 'book-not-on-device') return loaded;
    // A catalog found damaged has left the whole ones: an older one may still be there. What was wrong at first is what is said.
    const again = await loadOnce(bookId, version);
    return again.ok ? again : loaded;
  };

  const wordsOf = new WeakMap<BookColumns, KnownWords>();

  return {
    books: async () => {
      const rows = await db.snapshots.where('complete').equals(1).toArray();
      const headers = rows.flatMap(({ manifest, offered }) =>
        manifest.kind === 'price-book' && offered === 1 ? [headerOf(manifest)] : [],
      );
      return headers
        .filter(
          ({ bookId, version }) =>
            !headers.some((other) => other.bookId === bookId && other.version > version),
        )
        .sort((a, b) => a.name.localeCompare(b.name));
    },

    search: async (query) => {
      const loaded = await load(query.bookId, query.version);
      return loaded.ok ? ok(searchBook(query, loaded.value.catalog, loaded.value.book)) : loaded;
    },

    pricingData: async (bookId, version, skus) => {
      const loaded = await load(bookId, version);
      if (!loaded.ok) return loaded;
      const { catalog, book } = loaded.value;
      const products = withOptions(skus, catalog);
      const wanted = new Set([...skus, ...products.map(({ sku }) => sku)]);
      return ok({
        header: book.header,
        entries: [...wanted].flatMap((sku) => book.entries.get(sku) ?? []),
        products,
      });
    },

    matchRows: async (bookId, version, today, rows) => {
      const loaded = await load(bookId, version);
      if (!loaded.ok) return loaded;
      const { catalog, book } = loaded.value;
      const words = wordsOf.get(book) ?? new Map<string, boolean>();
      wordsOf.set(book, words);
      return ok(rows.map((row) => matchRow(row, today, catalog, book, words)));
    },
  };
}

/** A header stored by an earlier release lacks what policies have gained since: the defaults stand in. */
const headerOf = ({ header }: { readonly header: PriceBookHeader }): PriceBookHeader =>
  priceBookHeaderSchema.parse(header);

/** The products of the SKUs, and of all that their bundles can hold, however deep (PR-14). */
function withOptions(skus: readonly string[], { products, rowOfSku }: CatalogColumns): readonly Product[] {
  const found = new Map<string, Product>();
  const waiting = [...skus];
  for (const sku of waiting) {
    const product = products[rowOfSku.get(sku) ?? -1];
    if (!product || found.has(sku)) continue;
    found.set(sku, product);
    for (const { options } of product.bundle?.groups ?? [])
      waiting.push(...options.map((option) => option.sku));
  }
  return [...found.values()];
}

/** Another database can have another version of the same number: then its manifest is another too. */
const nameOf = ({ kind, id, version, manifest }: SnapshotRow): string =>
  `${kind} ${id} ${String(version)} ${manifest.signature?.value ?? ''}`;

async function newestWhole(
  db: ClientDatabase,
  kind: SnapshotKind,
  id: string,
): Promise<SnapshotRow | undefined> {
  const rows = await db.snapshots.where('[kind+id]').equals([kind, id]).toArray();
  return rows
    .filter(({ complete }) => complete === 1)
    .toSorted((a, b) => a.version - b.version)
    .at(-1);
}

/** The values used last. Two questions at once load a value once; a failed load is tried again by the next question. */
class Memory<T> {
  readonly #values = new Map<string, Promise<Result<T, CatalogError>>>();

  constructor(private readonly size: number) {}

  async get(name: string, load: () => Promise<Result<T, CatalogError>>): Promise<Result<T, CatalogError>> {
    const value = this.#values.get(name) ?? load();
    this.#values.delete(name);
    this.#values.set(name, value);
    const oldest = [...this.#values.keys()].at(0);
    if (this.#values.size > this.size && oldest !== undefined) this.#values.delete(oldest);
    let loaded = false;
    try {
      const result = await value;
      loaded = result.ok;
      return result;
    } finally {
      if (!loaded) this.#values.delete(name);
    }
  }
}
