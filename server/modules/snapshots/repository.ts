import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { Session } from '#shared/protocol/session';
import { manifestSchema, type Manifest, type SnapshotKind } from '#shared/protocol/snapshot';
import type { Queries } from '../../db/database';
import type { Schema } from '../../db/schema';
import { hintBookReaders } from '../events/hints';

/** In `price_book_access`: every partner. */
export const everyPartner = '*';

/** Who reads: a partner's people see their own books and the catalogs those name; the vendor's people see all (PRI-1). */
export type Reader = Pick<Session, 'partnerId' | 'role'>;

const mayRead =
  (reader: Reader) =>
  (where: ExpressionBuilder<Schema, 'snapshot'>): Expression<SqlBool> => {
    if (reader.role === 'channel' || reader.role === 'admin') return sql<boolean>`true`;
    const ownBooks = where
      .selectFrom('price_book_access')
      .select('book_id')
      .where('partner_id', 'in', [reader.partnerId, everyPartner]);
    const ownCatalogs = where
      .selectFrom('snapshot as book')
      .select('book.catalog_id')
      .where('book.kind', '=', 'price-book')
      .where('book.id', 'in', ownBooks);
    return where.or([
      where.and([where('snapshot.kind', '=', 'price-book'), where('snapshot.id', 'in', ownBooks)]),
      where.and([where('snapshot.kind', '=', 'catalog'), where('snapshot.id', 'in', ownCatalogs)]),
    ]);
  };

/** One stored by an older release lacks what policies have learnt since: it gets what the schema says holds without. */
const readManifest = (stored: unknown): Manifest => manifestSchema.parse(stored);

/** What is stored of a version: the manifest as it was signed, member for member. */
export interface StoredManifest {
  readonly kind: SnapshotKind;
  readonly id: string;
  readonly version: number;
  readonly manifest: object;
}

const storedColumns = ['kind', 'id', 'version', 'manifest'] as const;

/** The newest version of everything the reader may have, as stored. */
export const newestStored = (queries: Queries, reader: Reader): Promise<StoredManifest[]> =>
  queries
    .selectFrom('snapshot')
    .distinctOn(['kind', 'id'])
    .select(storedColumns)
    .where(mayRead(reader))
    .orderBy('kind')
    .orderBy('id')
    .orderBy('version', 'desc')
    .execute();

export async function newestManifests(queries: Queries, reader: Reader): Promise<Manifest[]> {
  const rows = await newestStored(queries, reader);
  return rows.map(({ manifest }) => readManifest(manifest));
}

interface SnapshotKey {
  readonly kind: SnapshotKind;
  readonly id: string;
  readonly version: number;
}

/** Undefined when there is no such version or the reader may not have it. */
export const findStored = (
  queries: Queries,
  reader: Reader,
  key: SnapshotKey,
): Promise<StoredManifest | undefined> =>
  queries
    .selectFrom('snapshot')
    .select(storedColumns)
    .where('kind', '=', key.kind)
    .where('id', '=', key.id)
    .where('version', '=', key.version)
    .where(mayRead(reader))
    .executeTakeFirst();

export async function findManifest(
  queries: Queries,
  reader: Reader,
  key: SnapshotKey,
): Promise<Manifest | undefined> {
  const stored = await findStored(queries, reader, key);
  return stored && readManifest(stored.manifest);
}

/** Puts the signed manifest in the place of the one without a signature, unless another server did already. */
export async function keepSigned(queries: Queries, key: SnapshotKey, signed: object): Promise<void> {
  await queries
    .updateTable('snapshot')
    .set({ manifest: JSON.stringify(signed) })
    .where('kind', '=', key.kind)
    .where('id', '=', key.id)
    .where('version', '=', key.version)
    .where(sql<boolean>`not jsonb_exists(manifest, 'signature')`)
    .execute();
}

export async function mayReadChunk(
  queries: Queries,
  reader: Reader,
  key: { readonly kind: SnapshotKind; readonly id: string; readonly hash: string },
): Promise<boolean> {
  const row = await queries
    .selectFrom('snapshot')
    .innerJoin('snapshot_chunk', (join) =>
      join.onRef('snapshot_chunk.kind', '=', 'snapshot.kind').onRef('snapshot_chunk.id', '=', 'snapshot.id'),
    )
    .select('snapshot.id')
    .where('snapshot_chunk.kind', '=', key.kind)
    .where('snapshot_chunk.id', '=', key.id)
    .where('snapshot_chunk.hash', '=', key.hash)
    .where(mayRead(reader))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * One publisher of a catalog or book at a time, on however many servers, and none while chunks are collected; until the transaction ends.
 */
export async function lockPublishing(queries: Queries, kind: SnapshotKind, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtext(${collecting}))`.execute(queries);
  await sql`select pg_advisory_xact_lock(hashtext(${`publish ${kind} ${id}`}))`.execute(queries);
}

/** Nothing is published meanwhile: a chunk about to be removed must not be found there and relied upon. Until the transaction ends. */
export async function lockCollecting(queries: Queries): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${collecting}))`.execute(queries);
}

const collecting = 'collect snapshots';

export async function newestVersion(queries: Queries, kind: SnapshotKind, id: string) {
  return (await newestVersions(queries, kind, id, 1)).at(0);
}

/** The newest first. */
export async function newestVersions(queries: Queries, kind: SnapshotKind, id: string, limit: number) {
  const rows = await queries
    .selectFrom('snapshot')
    .select(['version', 'content_hash', 'manifest'])
    .where('kind', '=', kind)
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, manifest: readManifest(row.manifest) }));
}

export async function addSnapshot(
  queries: Queries,
  manifest: Manifest,
  facts: {
    readonly contentHash: string;
    readonly publishedAt: Date;
    /** PR-22. */
    readonly hasDistribution: boolean;
  },
): Promise<void> {
  const { kind, id, version } = manifest;
  await queries
    .insertInto('snapshot')
    .values({
      kind,
      id,
      version,
      catalog_id: manifest.kind === 'price-book' ? manifest.header.catalogId : null,
      manifest: JSON.stringify(manifest),
      content_hash: facts.contentHash,
      published_at: facts.publishedAt,
      has_distribution: facts.hasDistribution,
    })
    .execute();
  const hashes = hashesOf(manifest);
  if (hashes.length === 0) return;
  await queries
    .insertInto('snapshot_chunk')
    .values(hashes.map((hash) => ({ kind, id, hash })))
    .onConflict((conflict) => conflict.columns(['kind', 'id', 'hash']).doNothing())
    .execute();
}

/** All that a version needs of the chunk store, each once. */
export const hashesOf = ({ chunks, deltas = [] }: Manifest): string[] => [
  ...new Set([...chunks, ...deltas].map(({ hash }) => hash)),
];

/** Who may have the book: partner ids, or "*". */
export async function bookReaders(queries: Queries, bookId: string): Promise<string[]> {
  const rows = await queries
    .selectFrom('price_book_access')
    .select('partner_id')
    .where('book_id', '=', bookId)
    .orderBy('partner_id')
    .execute();
  return rows.map(({ partner_id: partnerId }) => partnerId);
}

/** PR-22: some version of the book holds a distributor's price or the vendor's cost. */
export async function hadDistribution(queries: Queries, bookId: string): Promise<boolean> {
  const row = await queries
    .selectFrom('snapshot')
    .select('version')
    .where('kind', '=', 'price-book')
    .where('id', '=', bookId)
    .where('has_distribution', '=', true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** From now on these partners may have the book, every version of it, and no others. */
export async function setBookReaders(
  queries: Queries,
  bookId: string,
  partnerIds: readonly string[],
): Promise<void> {
  // Those who lose it hear of it too.
  await hintBookReaders(queries, bookId);
  await queries.deleteFrom('price_book_access').where('book_id', '=', bookId).execute();
  if (partnerIds.length === 0) return;
  await queries
    .insertInto('price_book_access')
    .values([...new Set(partnerIds)].map((partnerId) => ({ book_id: bookId, partner_id: partnerId })))
    .execute();
  await hintBookReaders(queries, bookId);
}
