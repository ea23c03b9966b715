import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Product } from '#shared/domain/catalog/product';
import { newId } from '#shared/lib/ids';
import { err, ok, type Result } from '#shared/lib/result';
import { catalogChunkSchema, priceBookChunkSchema } from '#shared/protocol/snapshot';
import type { Session } from '#shared/protocol/session';
import type { PriceChanges, PriceDraft } from '#shared/protocol/vendor-price-book';
import type { Clock } from '../../clock';
import type { Database, Queries } from '../../db/database';
import { recordEvent } from '../audit/record-event';
import { isTemporary } from '../../temporary-failure';
import type { FileProblem } from '../catalog-import/decode-file';
import { readFile } from '../catalog-import/read-file';
import type { GoodRow } from '../catalog-import/read-row';
import type { ChunkStore } from '../snapshots/chunk-store';
import { publishCatalog, publishPriceBook } from '../snapshots/publish';
import { readRows } from '../snapshots/read-rows';
import { lockPublishing, newestVersion } from '../snapshots/repository';
import { comparePrices } from './compare-prices';
import { draftColumns, draftOf, findDraft } from './draft-rows';

export type PriceDraftService = ReturnType<typeof priceDraftService>;
export type DraftError =
  | { readonly type: 'not-found' }
  | { readonly type: 'wrong-state'; readonly state: PriceDraft['state'] }
  | { readonly type: 'in-the-past' }
  | { readonly type: 'file'; readonly problem: FileProblem };

/** Of the rows that are left out, as many as a person reads. */
const shownBadRows = 200;

type By = Pick<Session, 'userId' | 'name'> | null;

/** Price lists on their way to a book's next version (PRI-1). Nothing of them is in a snapshot before they are published. */
export function priceDraftService(database: Database, chunks: ChunkStore, clock: Clock) {
  const newestBook = async (queries: Queries, bookId: string) => {
    const manifest = (await newestVersion(queries, 'price-book', bookId))?.manifest;
    return manifest?.kind === 'price-book' ? manifest : undefined;
  };
  const productsOf = async (queries: Queries, catalogId: string): Promise<Map<string, Product>> => {
    const catalog = await newestVersion(queries, 'catalog', catalogId);
    return readRows(chunks, catalog?.manifest ?? { chunks: [] }, catalogChunkSchema);
  };
  const tell = (
    queries: Queries,
    type: 'price-book.published' | 'price-book.scheduled' | 'price-book.cancelled',
    bookId: string,
    by: By,
    data: object,
  ) =>
    recordEvent(queries, {
      type,
      partnerId: 'vendor',
      subject: { type: 'price-book', id: bookId },
      by,
      at: clock(),
      data,
    });

  /** Makes the book's next version: its own header, the list prices of the draft, everything else of a known product as it is. */
  const publish = async (
    queries: Queries,
    draft: { id: string; book_id: string; note: string; rows: unknown },
    by: By,
  ): Promise<number> => {
    await lockPublishing(queries, 'price-book', draft.book_id);
    const book = await newestBook(queries, draft.book_id);
    if (!book) throw new Error(`The book ${draft.book_id} was there when the draft was made`);
    const { version: _version, publishedAt: _publishedAt, ...header } = book.header;
    const entries = await readRows(chunks, book, priceBookChunkSchema);
    const products = await productsOf(queries, header.catalogId);
    const rows = draft.rows as readonly GoodRow[];
    const fresh = rows.filter(({ sku }) => !products.has(sku));
    if (fresh.length > 0) {
      for (const row of fresh) products.set(row.sku, productOf(row));
      const catalog = { id: header.catalogId, products: [...products.values()] };
      await publishCatalog(queries, chunks, catalog, clock());
    }
    const published = await publishPriceBook(
      queries,
      chunks,
      {
        header: { ...header, note: draft.note },
        entries: rows.map(({ sku, price }) => ({
          ...(entries.get(sku) ?? { sku, validFrom: null, validUntil: null }),
          list: price,
        })),
        partnerIds: null,
      },
      clock(),
    );
    await queries
      .updateTable('price_draft')
      .set({ state: 'published', published_version: published.version, problem: null })
      .where('id', '=', draft.id)
      .execute();
    await tell(queries, 'price-book.published', draft.book_id, by, {
      version: published.version,
      draftId: draft.id,
      rows: rows.length,
    });
    return published.version;
  };

  const onDraft = (
    bookId: string,
    id: string,
    states: readonly PriceDraft['state'][],
    work: (queries: Queries, draft: NonNullable<Awaited<ReturnType<typeof findDraft>>>) => Promise<void>,
  ): Promise<Result<PriceDraft, DraftError>> =>
    database.transaction().execute(async (queries) => {
      const draft = await findDraft(queries, bookId, id, 'locked');
      if (!draft) return err({ type: 'not-found' as const });
      if (!states.includes(draft.state)) return err({ type: 'wrong-state' as const, state: draft.state });
      await work(queries, draft);
      const after = await findDraft(queries, bookId, id);
      return after ? ok(draftOf(after)) : err({ type: 'not-found' as const });
    });

  return {
    list: async (bookId: string): Promise<PriceDraft[]> => {
      const rows = await database
        .selectFrom('price_draft')
        .select(draftColumns)
        .where('book_id', '=', bookId)
        .orderBy('created_at', 'desc')
        .limit(100)
        .execute();
      return rows.map(draftOf);
    },

    /** Reads a file; what is wrong with a row is said, and the row left out. */
    add: async (
      by: Session,
      bookId: string,
      { fileName, note, bytes }: { readonly fileName: string; readonly note: string; readonly bytes: Buffer },
    ): Promise<Result<PriceDraft, DraftError>> => {
      const book = await newestBook(database, bookId);
      if (!book) return err({ type: 'not-found' });
      const { name, catalogId, currency } = book.header;
      const read = await inFile(bytes, (file) =>
        readFile({
          file,
          bookName: name,
          bookId,
          catalogId,
          currency,
          encoding: 'auto',
          columns: {},
          delimiter: null,
          decimal: '.',
          family: name.slice(0, 80),
          taxCategory: 'standard',
          partnerIds: null,
          validFrom: null,
          report: null,
        }),
      );
      if (!read.ok) return err({ type: 'file', problem: read.error });
      const { good, bad } = read.value;
      const row = {
        id: newId(),
        book_id: bookId,
        file_name: fileName,
        note,
        row_count: good.length,
        bad_count: bad.length,
        state: 'draft' as const,
        created_at: clock(),
        created_by: by.name,
      };
      const shown = bad
        .slice(0, shownBadRows)
        .map(({ line, column, value, reason }) => ({ line, column, value, reason: reason.type }));
      await database
        .insertInto('price_draft')
        .values({ ...row, rows: JSON.stringify(good), bad_rows: JSON.stringify(shown) })
        .execute();
      const added = await findDraft(database, bookId, row.id);
      return added ? ok(draftOf(added)) : err({ type: 'not-found' });
    },

    changes: async (bookId: string, id: string): Promise<PriceChanges | undefined> => {
      const draft = await findDraft(database, bookId, id);
      const book = await newestBook(database, bookId);
      if (!draft || !book) return undefined;
      const entries = await readRows(chunks, book, priceBookChunkSchema);
      const products = await productsOf(database, book.header.catalogId);
      const nameOf = (sku: string) => products.get(sku)?.name.en ?? '';
      const rows = draft.rows as readonly GoodRow[];
      return {
        version: book.version,
        currency: book.header.currency,
        ...comparePrices(entries, rows, nameOf),
      };
    },

    /** Now, or at a time that is still to come. */
    publish: async (
      by: Session,
      bookId: string,
      id: string,
      at: string | null,
    ): Promise<Result<PriceDraft, DraftError>> => {
      if (at !== null && new Date(at) <= clock()) return err({ type: 'in-the-past' });
      return onDraft(bookId, id, ['draft', 'scheduled'], async (queries, draft) => {
        await queries.updateTable('price_draft').set({ decided_by: by.name }).where('id', '=', id).execute();
        if (at === null) {
          await publish(queries, draft, by);
          return;
        }
        await queries
          .updateTable('price_draft')
          .set({ state: 'scheduled', publish_at: new Date(at), problem: null })
          .where('id', '=', id)
          .execute();
        await tell(queries, 'price-book.scheduled', bookId, by, { draftId: id, at });
      });
    },

    cancel: (by: Session, bookId: string, id: string): Promise<Result<PriceDraft, DraftError>> =>
      onDraft(bookId, id, ['draft', 'scheduled'], async (queries) => {
        await queries
          .updateTable('price_draft')
          .set({ state: 'cancelled', publish_at: null, decided_by: by.name })
          .where('id', '=', id)
          .execute();
        await tell(queries, 'price-book.cancelled', bookId, by, { draftId: id });
      }),

    /** Publishes what is due, each by itself. One that cannot be published is a draft again and says why; for a disk or store that is away it waits. */
    publishDue: async (): Promise<void> => {
      const due = await database
        .selectFrom('price_draft')
        .select(['id', 'book_id'])
        .where('state', '=', 'scheduled')
        .where('publish_at', '<=', clock())
        .orderBy('publish_at')
        .execute();
      for (const { id, book_id: bookId } of due) {
        try {
          await onDraft(bookId, id, ['scheduled'], async (queries, draft) => {
            await publish(queries, draft, null);
          });
        } catch (error) {
          if (isTemporary(error)) throw error;
          await database
            .updateTable('price_draft')
            .set({ state: 'draft', publish_at: null, problem: (error as Error).message.slice(0, 500) })
            .where('id', '=', id)
            .where('state', '=', 'scheduled')
            .execute();
          throw error;
        }
      }
    },
  };
}

/** A price list says little about a product; the rest is what holds for a licence sold once. */
const productOf = (row: GoodRow): Product => ({
  sku: row.sku,
  family: row.family,
  kind: 'licence',
  name: { en: row.name },
  description: { en: row.description },
  vendor: row.vendor,
  unit: 'pcs',
  charge: { kind: 'one-time' },
  taxCategory: 'standard',
  orderableFrom: null,
  orderableUntil: null,
  successorSku: null,
  stock: null,
  attributes: {},
});

/** The reader of price lists takes files: they may be larger than one wants twice in memory. */
async function inFile<T>(bytes: Buffer, work: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'fieldquote-prices-'));
  try {
    const file = join(folder, 'prices.csv');
    await writeFile(file, bytes);
    return await work(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
