import type { Quote } from '#shared/domain/quote/quote';
import type { Manifest } from '#shared/protocol/snapshot';
import type { ClientDatabase } from '../db/database';
import type { SnapshotRow } from '../db/rows';

/** PR-32: the price-book versions quotes on this device were priced from. */
export async function versionsNamedByQuotes(db: ClientDatabase): Promise<readonly Quote['priceBook'][]> {
  const rows = await db.records.where('type').equals('quote').toArray();
  const named = new Map<string, Quote['priceBook']>();
  for (const { value, shadow } of rows) {
    for (const quote of [value, shadow]) {
      if (!quote || !('priceBook' in quote)) continue;
      named.set(`${quote.priceBook.bookId} ${String(quote.priceBook.version)}`, quote.priceBook);
    }
  }
  return [...named.values()];
}

/**
 * SY-7: drops versions that are neither the newest on this device, nor offered by the server, nor named by a quote; then chunks
 * that nothing kept refers to.
 */
export async function collectSnapshots(db: ClientDatabase, offered: readonly Manifest[]): Promise<void> {
  const named = await versionsNamedByQuotes(db);
  await db.transaction('rw', db.snapshots, db.chunks, async () => {
    const rows = await db.snapshots.toArray();
    const isOffered = ({ kind, id, version }: SnapshotRow): boolean =>
      offered.some((other) => other.kind === kind && other.id === id && other.version === version);
    const isNamed = ({ kind, id, version }: SnapshotRow): boolean =>
      kind === 'price-book' && named.some((book) => book.bookId === id && book.version === version);
    // Until the offered version is whole, the one before it stays in use.
    const isNewestWhole = (row: SnapshotRow): boolean =>
      row.complete === 1 &&
      offered.some(({ kind, id }) => kind === row.kind && id === row.id) &&
      !rows.some((other) => isSuccessor(other, row));
    const books = rows.filter(
      (row) => row.kind === 'price-book' && (isOffered(row) || isNamed(row) || isNewestWhole(row)),
    );
    const usedCatalogs = new Set(
      books.flatMap(({ manifest }) => (manifest.kind === 'price-book' ? [manifest.header.catalogId] : [])),
    );
    const catalogs = rows.filter(
      (row) =>
        row.kind === 'catalog' &&
        (isOffered(row) ||
          (usedCatalogs.has(row.id) && row.complete === 1 && !rows.some((other) => isSuccessor(other, row)))),
    );
    const kept = new Set([...books, ...catalogs]);
    const dropped = rows.filter((row) => !kept.has(row));
    await db.snapshots.bulkDelete(dropped.map(({ kind, id, version }) => [kind, id, version]));
    const used = new Set([...kept].flatMap(({ manifest }) => manifest.chunks.map(({ hash }) => hash)));
    const hashes = await db.chunks.toCollection().primaryKeys();
    await db.chunks.bulkDelete(hashes.filter((hash) => !used.has(hash)));
  });
}

const isSuccessor = (other: SnapshotRow, row: SnapshotRow): boolean =>
  other.kind === row.kind && other.id === row.id && other.complete === 1 && other.version > row.version;
