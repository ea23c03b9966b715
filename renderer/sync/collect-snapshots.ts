import { linesOf, type Quote } from '#shared/domain/quote/quote';
import type { QuoteRevision } from '#shared/domain/quote/quote-revision';
import type { Manifest } from '#shared/protocol/snapshot';
import type { ClientDatabase } from '../db/database';
import type { RecordRow, SnapshotRow } from '../db/rows';

/**
 * PR-32: the price-book versions that quotes on this device are priced from: a quote's own, those its lines kept, and what earlier
 * revisions were priced from, which stay for comparison (QUO-2).
 */
export async function versionsNamedByQuotes(db: ClientDatabase): Promise<readonly Quote['priceBook'][]> {
  const rows = await db.records.where('type').anyOf('quote', 'quoteRevision').toArray();
  const named = new Map<string, Quote['priceBook']>();
  for (const book of rows.flatMap(quotesIn).flatMap(versionsOf)) {
    named.set(`${book.bookId} ${String(book.version)}`, book);
  }
  return [...named.values()];
}

/** What people see and what the server last said: either may be what stays. */
const quotesIn = ({ type, value, shadow }: RecordRow): Quote[] =>
  [value, shadow].flatMap((record) => {
    if (!record) return [];
    return type === 'quote' ? [record as Quote] : [(record as QuoteRevision).quote];
  });

const versionsOf = (quote: Quote): Quote['priceBook'][] => {
  const { bookId } = quote.priceBook;
  const kept = new Set(linesOf(quote).flatMap(({ keptVersion }) => keptVersion ?? []));
  return [quote.priceBook, ...[...kept].map((version) => ({ bookId, version }))];
};

/** A version stays one publication longer than it is the newest: a quote being begun may be about to name it. */
const versionsKept = 2;

/**
 * SY-7: drops versions that are neither offered by the server, nor among the newest whole ones of a book it offers, nor named by a
 * quote; then chunks that nothing kept refers to.
 */
export async function collectSnapshots(db: ClientDatabase, offered: readonly Manifest[]): Promise<void> {
  await db.transaction('rw', db.snapshots, db.chunks, db.records, async () => {
    const rows = await db.snapshots.toArray();
    const named = await versionsNamedByQuotes(db);
    const isListed = (row: SnapshotRow): boolean =>
      offered.some((other) => isSameSeries(other, row) && other.version === row.version);
    const isNamed = ({ id, version }: SnapshotRow): boolean =>
      named.some((book) => book.bookId === id && book.version === version);
    const isRecent = (row: SnapshotRow): boolean =>
      row.complete === 1 && rows.filter((other) => isSuccessor(other, row)).length < versionsKept;

    const books = rows.filter(
      (row) =>
        row.kind === 'price-book' &&
        (isListed(row) || isNamed(row) || (isRecent(row) && isOffered(row, offered) === 1)),
    );
    const catalogIds = new Set(
      books.flatMap(({ manifest }) => (manifest.kind === 'price-book' ? [manifest.header.catalogId] : [])),
    );
    const catalogs = rows.filter(
      (row) =>
        row.kind === 'catalog' && (isListed(row) || (isNewestWhole(row, rows) && catalogIds.has(row.id))),
    );
    const kept = new Set([...books, ...catalogs]);
    const dropped = rows.filter((row) => !kept.has(row));
    await db.snapshots.bulkDelete(dropped.map(({ kind, id, version }) => [kind, id, version]));
    const changed = [...kept].filter((row) => row.offered !== isOffered(row, offered));
    await db.snapshots.bulkPut(changed.map((row) => ({ ...row, offered: isOffered(row, offered) })));
    const used = new Set([...kept].flatMap(({ manifest }) => manifest.chunks.map(({ hash }) => hash)));
    const hashes = await db.chunks.toCollection().primaryKeys();
    await db.chunks.bulkDelete(hashes.filter((hash) => !used.has(hash)));
  });
}

const isSameSeries = (a: Pick<Manifest, 'kind' | 'id'>, b: Pick<Manifest, 'kind' | 'id'>): boolean =>
  a.kind === b.kind && a.id === b.id;

/** Whether the server lists any version of it. */
export const isOffered = (
  series: Pick<Manifest, 'kind' | 'id'>,
  offered: readonly Manifest[],
): SnapshotRow['offered'] => (offered.some((other) => isSameSeries(other, series)) ? 1 : 0);

const isSuccessor = (other: SnapshotRow, row: SnapshotRow): boolean =>
  isSameSeries(other, row) && other.complete === 1 && other.version > row.version;

/** Until the offered catalog is whole, the one before it stays in use. */
const isNewestWhole = (row: SnapshotRow, rows: readonly SnapshotRow[]): boolean =>
  row.complete === 1 && !rows.some((other) => isSuccessor(other, row));
