import type { z } from 'zod';
import type { PriceEntry } from '#shared/domain/pricing/price-book';
import { err, ok, type Result } from '#shared/lib/result';
import { catalogChunkSchema, priceBookChunkSchema } from '#shared/protocol/snapshot';
import type {
  priceBookVersionsSchema,
  PublishPriceBook,
  publishedPriceBookSchema,
  vendorPriceBookListSchema,
} from '#shared/protocol/vendor-price-book';
import type { Session } from '#shared/protocol/session';
import type { Clock } from '../../clock';
import type { Database } from '../../db/database';
import type { ChunkStore } from '../snapshots/chunk-store';
import { recordEvent } from '../audit/record-event';
import { publishPriceBook } from '../snapshots/publish';
import { readRows } from '../snapshots/read-rows';
import {
  bookReaders,
  lockPublishing,
  newestManifests,
  newestVersion,
  newestVersions,
} from '../snapshots/repository';
import { raisePrices } from './raise-prices';

export type PriceBookService = ReturnType<typeof priceBookService>;
export type PublishError = { readonly type: 'not-found' } | { readonly type: 'unknown-family' };

/** The vendor's price books, and their next versions (PRI-1). */
export function priceBookService(database: Database, chunks: ChunkStore, clock: Clock) {
  return {
    list: async (session: Session): Promise<z.infer<typeof vendorPriceBookListSchema>> => {
      const manifests = await newestManifests(database, session);
      const books = manifests.flatMap((manifest) => (manifest.kind === 'price-book' ? [manifest] : []));
      return {
        priceBooks: await Promise.all(
          books.map(async ({ header, rows }) => {
            const { bookId, version, name, currency, tier, publishedAt } = header;
            const partnerIds = await bookReaders(database, bookId);
            return { bookId, version, name, currency, tier, publishedAt, rows, partnerIds };
          }),
        ),
      };
    },

    /** Every version that is kept, the newest first. */
    versions: async (bookId: string): Promise<z.infer<typeof priceBookVersionsSchema>['versions']> => {
      const found = await newestVersions(database, 'price-book', bookId, 200);
      return found.flatMap(({ manifest }) =>
        manifest.kind === 'price-book'
          ? [
              {
                version: manifest.version,
                publishedAt: manifest.header.publishedAt,
                validFrom: manifest.header.validFrom,
                rows: manifest.rows,
                note: manifest.header.note ?? '',
              },
            ]
          : [],
      );
    },

    /** Publishes the book again with the prices of a family, or of all, raised. Whoever had it has the new version too. */
    publish: (
      by: Session,
      bookId: string,
      { family, percent, note }: PublishPriceBook,
    ): Promise<Result<z.infer<typeof publishedPriceBookSchema>, PublishError>> =>
      database.transaction().execute(async (queries) => {
        await lockPublishing(queries, 'price-book', bookId);
        const newest = (await newestVersion(queries, 'price-book', bookId))?.manifest;
        if (newest?.kind !== 'price-book') return err({ type: 'not-found' as const });
        const { version, publishedAt: _publishedAt, ...header } = newest.header;
        const catalog = await newestVersion(queries, 'catalog', header.catalogId);
        const products = await readRows(chunks, catalog?.manifest ?? { chunks: [] }, catalogChunkSchema);
        const before = [...(await readRows(chunks, newest, priceBookChunkSchema)).values()];
        const isMeant = ({ sku }: PriceEntry) => family === null || products.get(sku)?.family === family;
        if (!before.some(isMeant)) return err({ type: 'unknown-family' as const });

        const entries = before.map((entry) =>
          isMeant(entry) ? raisePrices(entry, percent, header.currency) : entry,
        );
        const changed = entries.filter(({ list }, at) => list !== before[at]?.list).length;
        if (changed === 0) return ok({ bookId, version, changed });
        const book = { header: { ...header, note }, entries, partnerIds: null };
        const published = await publishPriceBook(queries, chunks, book, clock());
        await recordEvent(queries, {
          type: 'price-book.published',
          partnerId: 'vendor',
          subject: { type: 'price-book', id: bookId },
          by,
          at: clock(),
          data: { version: published.version, family, percent, changed },
        });
        return ok({ bookId, version: published.version, changed });
      }),
  };
}
