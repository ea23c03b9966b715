import type { Product } from '#shared/domain/catalog/product';
import type { PriceBook } from '#shared/domain/pricing/price-book';
import { catalogChunkSchema, priceBookChunkSchema, type Manifest } from '#shared/protocol/snapshot';
import type { Queries } from '../../db/database';
import type { ChunkStore } from './chunk-store';
import { readRows } from './read-rows';
import { findManifest, newestStored, newestVersion, type Reader } from './repository';

/** A version of a price book, whole, with the products of its catalog. */
export interface PricingSource {
  readonly book: PriceBook;
  readonly product: (sku: string) => Product | undefined;
}

/** PR-33: reads the very book version a quote was priced from. */
export interface PriceBookSource {
  /** Undefined when there is no such version or the reader may not have it. */
  find(
    queries: Queries,
    reader: Reader,
    book: { readonly bookId: string; readonly version: number },
  ): Promise<PricingSource | undefined>;
  /** The newest version the reader may have; null: none. */
  newest(queries: Queries, reader: Reader, bookId: string): Promise<number | null>;
}

const booksInMemory = 4;

export function priceBookSource(chunks: ChunkStore): PriceBookSource {
  /** Immutable, so whoever was allowed to find the manifest may share it. Oldest use first. */
  const loaded = new Map<string, Promise<PricingSource>>();

  const load = async (book: Manifest & { kind: 'price-book' }, catalog: Manifest | undefined) => {
    const entries = await readRows(chunks, book, priceBookChunkSchema);
    const products = await readRows(chunks, catalog ?? { chunks: [] }, catalogChunkSchema);
    return {
      book: { header: book.header, entry: (sku: string) => entries.get(sku) },
      product: (sku: string) => products.get(sku),
    };
  };

  return {
    newest: async (queries, reader, bookId) => {
      const stored = await newestStored(queries, reader);
      return stored.find(({ kind, id }) => kind === 'price-book' && id === bookId)?.version ?? null;
    },
    find: async (queries, reader, { bookId, version }) => {
      const manifest = await findManifest(queries, reader, { kind: 'price-book', id: bookId, version });
      if (manifest?.kind !== 'price-book') return undefined;
      const catalog = await newestVersion(queries, 'catalog', manifest.header.catalogId);
      const key = `${bookId} ${version} ${catalog?.version ?? 0}`;
      const source = loaded.get(key) ?? load(manifest, catalog?.manifest);
      loaded.delete(key);
      loaded.set(key, source);
      const oldest = loaded.keys().next().value;
      if (loaded.size > booksInMemory && oldest !== undefined) loaded.delete(oldest);
      try {
        return await source;
      } catch (error) {
        loaded.delete(key);
        throw error;
      }
    },
  };
}
