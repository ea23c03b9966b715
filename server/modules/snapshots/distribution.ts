import type { Partner } from '#shared/domain/partner/partner';
import type { Queries } from '../../db/database';
import { findRecords } from '../sync/repository';
import { everyPartner } from './repository';

/** PR-22: a book with a distributor's price or the vendor's cost in it would come to partners that are no distributors. */
export class DistributionExposed extends Error {
  readonly type = 'distribution-exposed';
  readonly bookId: string;
  readonly partnerIds: readonly string[];

  constructor(bookId: string, partnerIds: readonly string[]) {
    super(`Price book ${bookId} says what a distributor pays; it is not for ${partnerIds.join(', ')}`);
    this.bookId = bookId;
    this.partnerIds = partnerIds;
  }
}

/** PR-22: only distributors (and the vendor's own people, who see all) read a book that says what a distributor pays. */
export async function refuseToExpose(
  queries: Queries,
  bookId: string,
  readers: readonly string[],
): Promise<void> {
  if (readers.length === 0) return;
  const rows = await findRecords(
    queries,
    readers.map((id) => ({ type: 'partner', id })),
  );
  const distributors = new Set(
    rows
      .filter(({ deleted, body }) => !deleted && (body as Partner).kind === 'distributor')
      .map(({ id }) => id),
  );
  const others = readers.filter((id) => id === everyPartner || !distributors.has(id));
  if (others.length > 0) throw new DistributionExposed(bookId, others);
}
