import { z } from 'zod';
import type { Quote } from '#shared/domain/quote/quote';
import type { Manifest } from '#shared/protocol/snapshot';
import type { ClientDatabase } from '../db/database';
import type { OutboxRow, SnapshotRow } from '../db/rows';
import type { SnapshotKey } from './snapshot-failure';

interface BookVersion {
  readonly bookId: string;
  readonly version: number;
}

/**
 * PR-32: the price-book versions that work on this device is priced from: a quote's own, those its lines kept, what earlier revisions were
 * priced from, which stay for comparison (QUO-2), a person's own version of a quote that was changed elsewhere (SY-13), and quotes in work
 * that is waiting or was refused.
 */
export async function versionsNamed(db: ClientDatabase): Promise<readonly BookVersion[]> {
  const named = new Map<string, BookVersion>();
  const note = (bookId: string, version: number): void => {
    named.set(`${bookId} ${String(version)}`, { bookId, version });
  };
  const books = new Map<string, string>();
  await db.records
    .where('type')
    .anyOf('quote', 'quoteRevision')
    .each(({ type, id, value, shadow }) => {
      noteVersions(value, undefined, note);
      noteVersions(shadow, undefined, note);
      if (type === 'quote' && value) books.set(`quote:${id}`, (value as Quote).priceBook.bookId);
    });
  await db.parted.each(({ mine, base }) => noteVersions([mine, base], undefined, note));
  const inWork = ({ args, touches }: Pick<OutboxRow, 'args' | 'touches'>): void =>
    noteVersions(args, touches.map((key) => books.get(key)).find(Boolean), note);
  await db.outbox.each(inWork);
  await db.attention.where('open').equals(1).each(inWork);
  return [...named.values()];
}

/** Wherever a quote, or arguments about one, say `priceBook` (and so whose versions their lines keep), `keptVersion` or `kept`. */
function noteVersions(
  value: unknown,
  bookId: string | undefined,
  note: (bookId: string, version: number) => void,
): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const one of value) noteVersions(one, bookId, note);
    return;
  }
  const { priceBook, keptVersion, kept } = value as Record<string, unknown>;
  const book = bookVersionSchema.safeParse(priceBook).data;
  if (book) note(book.bookId, book.version);
  const own = book?.bookId ?? bookId;
  if (own !== undefined && typeof keptVersion === 'number') note(own, keptVersion);
  const decided = keptSchema.safeParse(kept).data ?? [];
  if (own !== undefined) for (const { version } of decided) note(own, version);
  for (const one of Object.values(value)) noteVersions(one, own, note);
}

const bookVersionSchema = z.object({ bookId: z.string(), version: z.number() });
const keptSchema = z.array(z.object({ version: z.number() }));

/** A version stays one publication longer than it is the newest: a quote being begun may be about to name it. */
const versionsKept = 2;

/**
 * SY-7: drops versions that are neither offered by the server, nor among the newest whole ones of a book it offers, nor named by a
 * quote; then chunks that neither what is kept nor what is `coming` refers to.
 */
export async function collectSnapshots(
  db: ClientDatabase,
  offered: readonly SnapshotKey[],
  coming: readonly Manifest[],
): Promise<void> {
  const tables = [db.snapshots, db.chunks, db.records, db.parted, db.outbox, db.attention];
  await db.transaction('rw', tables, async () => {
    const rows = await db.snapshots.toArray();
    const isListed = (row: SnapshotRow): boolean =>
      offered.some((other) => isSameSeries(other, row) && other.version === row.version);
    const isRecent = (row: SnapshotRow): boolean =>
      row.complete === 1 && rows.filter((other) => isSuccessor(other, row)).length < versionsKept;
    const isKeptAnyway = (row: SnapshotRow): boolean =>
      isListed(row) || (isRecent(row) && isOffered(row, offered) === 1);

    const allBooks = rows.filter(({ kind }) => kind === 'price-book');
    // Looking through all that people wrote takes long: only where a version might go.
    const named = allBooks.every(isKeptAnyway) ? [] : await versionsNamed(db);
    const isNamed = ({ id, version }: SnapshotRow): boolean =>
      named.some((book) => book.bookId === id && book.version === version);
    const books = allBooks.filter((row) => isKeptAnyway(row) || isNamed(row));
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
    const manifests = [...[...kept].map(({ manifest }) => manifest), ...coming];
    const used = new Set(manifests.flatMap(({ chunks }) => chunks.map(({ hash }) => hash)));
    const hashes = await db.chunks.toCollection().primaryKeys();
    await db.chunks.bulkDelete(hashes.filter((hash) => !used.has(hash)));
  });
}

const isSameSeries = (a: Pick<Manifest, 'kind' | 'id'>, b: Pick<Manifest, 'kind' | 'id'>): boolean =>
  a.kind === b.kind && a.id === b.id;

/** Whether the server lists any version of it. */
export const isOffered = (
  series: Pick<Manifest, 'kind' | 'id'>,
  offered: readonly SnapshotKey[],
): SnapshotRow['offered'] => (offered.some((other) => isSameSeries(other, series)) ? 1 : 0);

const isSuccessor = (other: SnapshotRow, row: SnapshotRow): boolean =>
  isSameSeries(other, row) && other.complete === 1 && other.version > row.version;

/** Until the offered catalog is whole, the one before it stays in use. */
const isNewestWhole = (row: SnapshotRow, rows: readonly SnapshotRow[]): boolean =>
  row.complete === 1 && !rows.some((other) => isSuccessor(other, row));
