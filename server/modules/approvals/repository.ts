import { sql } from 'kysely';
import type { Queries } from '../../db/database';
import { namedRecords } from '../vendor-desk/named-records';

/** As many as a person looks through. */
const listed = 500;

/** Requests that the vendor is asked about: some step of theirs is the channel's. */
const forChannel = (queries: Queries) =>
  namedRecords(queries, 'approval').where(
    sql<boolean>`record.body -> 'steps' @> '[{"approver": "channel"}]'::jsonb`,
  );

/** Still to be decided by someone, the longest waiting first. */
export const pendingApprovals = (queries: Queries) =>
  forChannel(queries)
    .where(sql<boolean>`record.body ->> 'state' = 'pending'`)
    .orderBy(sql`record.body ->> 'requestedAt'`)
    .orderBy('record.id')
    .limit(listed)
    .execute();

/** No longer to be decided, the newest first. */
export const endedApprovals = (queries: Queries) =>
  forChannel(queries)
    .where(sql<boolean>`record.body ->> 'state' <> 'pending'`)
    .orderBy(sql`record.body ->> 'updatedAt'`, 'desc')
    .orderBy('record.id', 'desc')
    .limit(listed)
    .execute();

export const findApproval = (queries: Queries, id: string) =>
  namedRecords(queries, 'approval').where('record.id', '=', id).executeTakeFirst();
