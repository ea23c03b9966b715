import type { Selectable } from 'kysely';
import type { PriceDraft } from '#shared/protocol/vendor-price-book';
import type { Queries } from '../../db/database';
import type { PriceDraftTable } from '../../db/schema';

/** Without the rows, of which there may be a hundred thousand. */
export const draftColumns = [
  'id',
  'book_id',
  'file_name',
  'note',
  'row_count',
  'bad_rows',
  'bad_count',
  'state',
  'publish_at',
  'created_at',
  'created_by',
  'decided_by',
  'published_version',
  'problem',
] as const;

export const draftOf = (row: Omit<Selectable<PriceDraftTable>, 'rows'>): PriceDraft => ({
  id: row.id,
  bookId: row.book_id,
  fileName: row.file_name,
  note: row.note,
  rows: row.row_count,
  badCount: row.bad_count,
  badRows: row.bad_rows as PriceDraft['badRows'],
  state: row.state,
  publishAt: row.publish_at?.toISOString() ?? null,
  createdAt: row.created_at.toISOString(),
  createdBy: row.created_by,
  decidedBy: row.decided_by,
  publishedVersion: row.published_version,
  problem: row.problem,
});

/** With its rows; locked: nobody else decides on it until the transaction ends. */
export function findDraft(queries: Queries, bookId: string, id: string, lock?: 'locked') {
  const query = queries
    .selectFrom('price_draft')
    .selectAll()
    .where('id', '=', id)
    .where('book_id', '=', bookId);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}
