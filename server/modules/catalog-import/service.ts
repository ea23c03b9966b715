import type { Product } from '#shared/domain/catalog/product';
import { defaultPricingPolicy } from '#shared/domain/pricing/policy';
import { catalogChunkSchema } from '#shared/protocol/snapshot';
import type { Database } from '../../db/database';
import type { ChunkStore } from '../snapshots/chunk-store';
import { publishCatalog, publishPriceBook, type Published } from '../snapshots/publish';
import { readRows } from '../snapshots/read-rows';
import { everyPartner, newestVersion } from '../snapshots/repository';
import type { ImportOptions } from './options';
import type { GoodRow } from './read-row';

export interface PublishedImport {
  readonly catalog: Published;
  readonly book: Published;
}

/** Publishes the rows as the next version of the book and of its catalog, together or not at all (CAT-6). */
export const publishImport = (
  database: Database,
  chunks: ChunkStore,
  options: ImportOptions,
  rows: readonly GoodRow[],
  now: Date,
): Promise<PublishedImport> =>
  database.transaction().execute(async (queries) => {
    const { bookId, catalogId } = options;
    const before = (await newestVersion(queries, 'price-book', bookId))?.manifest;
    const earlier = before?.kind === 'price-book' ? before.header : undefined;
    const known = await newestVersion(queries, 'catalog', catalogId);
    // IM-7: older versions of this book, and other books, still price what this list leaves out.
    const products = await readRows(chunks, known?.manifest ?? { chunks: [] }, catalogChunkSchema);
    for (const row of rows) products.set(row.sku, productOf(row, options));
    const catalog = await publishCatalog(
      queries,
      chunks,
      { id: catalogId, products: [...products.values()] },
      now,
    );
    const book = await publishPriceBook(
      queries,
      chunks,
      {
        header: {
          bookId,
          name: options.bookName,
          catalogId,
          currency: options.currency,
          tier: earlier?.tier ?? null,
          validFrom: options.validFrom ?? earlier?.validFrom ?? now.toISOString().slice(0, 10),
          validUntil: earlier?.validUntil ?? null,
          policy: earlier?.policy ?? defaultPricingPolicy,
          ...(earlier?.exchangeRates && { exchangeRates: earlier.exchangeRates }),
        },
        entries: rows.map(({ sku, price }) => ({ sku, list: price, validFrom: null, validUntil: null })),
        partnerIds: options.partnerIds ?? (before ? null : [everyPartner]),
      },
      now,
    );
    return { catalog, book };
  });

/** A price list says little about a product; the rest is what holds for a licence sold once. */
const productOf = (row: GoodRow, { taxCategory }: ImportOptions): Product => ({
  sku: row.sku,
  family: row.family,
  kind: 'licence',
  name: { en: row.name },
  description: { en: row.description },
  vendor: row.vendor,
  unit: 'pcs',
  charge: { kind: 'one-time' },
  taxCategory,
  orderableFrom: null,
  orderableUntil: null,
  successorSku: null,
  stock: null,
  attributes: {},
});
