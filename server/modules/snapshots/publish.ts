import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Product } from '#shared/domain/catalog/product';
import type { PriceBookHeader, PriceEntry } from '#shared/domain/pricing/price-book';
import { rowsPerChunk, type Manifest } from '#shared/protocol/snapshot';
import type { Queries } from '../../db/database';
import type { ChunkStore } from './chunk-store';
import { refuseToExpose } from './distribution';
import {
  addSnapshot,
  bookReaders,
  hadDistribution,
  lockPublishing,
  newestVersion,
  setBookReaders,
} from './repository';

export interface Published {
  readonly version: number;
  /** False when the newest version already said exactly this: nothing was published. */
  readonly isNew: boolean;
}

/** Publishes products as the next version of a catalog. Call inside a transaction. */
export async function publishCatalog(
  queries: Queries,
  chunks: ChunkStore,
  catalog: { readonly id: string; readonly products: readonly Product[] },
  now: Date,
): Promise<Published> {
  const parts = await store(chunks, catalog.products);
  return publish(
    queries,
    { kind: 'catalog', id: catalog.id, content: { parts }, hasDistribution: false, now },
    (version) => ({
      kind: 'catalog',
      id: catalog.id,
      version,
      rows: catalog.products.length,
      chunks: parts,
    }),
  );
}

/**
 * Publishes entries as the next version of a book (PRI-1) for the partners named ("*": all), or whom it was for before. Call inside a
 * transaction. PR-22: throws DistributionExposed, and so undoes it, for what would show a reseller a distributor's price or the vendor's cost,
 * in this version or an older one.
 */
export async function publishPriceBook(
  queries: Queries,
  chunks: ChunkStore,
  book: {
    readonly header: Omit<PriceBookHeader, 'version' | 'publishedAt'>;
    readonly entries: readonly PriceEntry[];
    /** null: as before. */
    readonly partnerIds: readonly string[] | null;
  },
  now: Date,
): Promise<Published> {
  const { header, entries, partnerIds } = book;
  await lockPublishing(queries, 'price-book', header.bookId);
  const hasDistribution =
    header.policy.distribution !== undefined || entries.some(({ cost }) => cost !== undefined);
  if (hasDistribution || (await hadDistribution(queries, header.bookId))) {
    const readers = partnerIds ?? (await bookReaders(queries, header.bookId));
    await refuseToExpose(queries, header.bookId, readers);
  }
  const parts = await store(chunks, entries);
  const content = { header, parts };
  const what = { kind: 'price-book', id: header.bookId, content, hasDistribution, now } as const;
  const published = await publish(queries, what, (version) => ({
    kind: 'price-book',
    id: header.bookId,
    version,
    rows: entries.length,
    chunks: parts,
    header: { ...header, version, publishedAt: now.toISOString() },
  }));
  if (partnerIds !== null) await setBookReaders(queries, header.bookId, partnerIds);
  return published;
}

async function publish(
  queries: Queries,
  what: {
    readonly kind: Manifest['kind'];
    readonly id: string;
    readonly content: unknown;
    readonly hasDistribution: boolean;
    readonly now: Date;
  },
  manifestOf: (version: number) => Manifest,
): Promise<Published> {
  await lockPublishing(queries, what.kind, what.id);
  const contentHash = createHash('sha256')
    .update(canonicalize(what.content) ?? '')
    .digest('hex');
  const newest = await newestVersion(queries, what.kind, what.id);
  if (newest?.content_hash === contentHash) return { version: newest.version, isNew: false };
  const version = (newest?.version ?? 0) + 1;
  const { hasDistribution, now: publishedAt } = what;
  await addSnapshot(queries, manifestOf(version), { contentHash, publishedAt, hasDistribution });
  return { version, isNew: true };
}

/** Cuts the rows, sorted by SKU, into chunks. The same rows always make the same bytes. */
async function store(chunks: ChunkStore, rows: readonly { readonly sku: string }[]) {
  const sorted = rows.toSorted((a, b) => (a.sku < b.sku ? -1 : Number(a.sku > b.sku)));
  const parts: Manifest['chunks'] = [];
  for (let at = 0; at < sorted.length; at += rowsPerChunk) {
    const some = sorted.slice(at, at + rowsPerChunk);
    const bytes = Buffer.from(JSON.stringify(some), 'utf8');
    parts.push({ hash: await chunks.put(bytes), rows: some.length, bytes: bytes.byteLength });
  }
  return parts;
}
