import { sql } from 'kysely';
import type { Queries } from '../../db/database';
import { namedRecords } from '../vendor-desk/named-records';

/** As many as a person looks through. */
const listed = 500;

/** Waiting for the vendor, the longest first. */
export const waitingSpecialBids = (queries: Queries) =>
  namedRecords(queries, 'specialBid')
    .where(sql<boolean>`record.body ->> 'state' = 'requested'`)
    .orderBy(sql`record.body ->> 'requestedAt'`)
    .orderBy('record.id')
    .limit(listed)
    .execute();

/** Decided or withdrawn, the newest first. */
export const endedSpecialBids = (queries: Queries) =>
  namedRecords(queries, 'specialBid')
    .where(sql<boolean>`record.body ->> 'state' <> 'requested'`)
    .orderBy(sql`record.body ->> 'updatedAt'`, 'desc')
    .orderBy('record.id', 'desc')
    .limit(listed)
    .execute();

export const findSpecialBid = (queries: Queries, id: string) =>
  namedRecords(queries, 'specialBid').where('record.id', '=', id).executeTakeFirst();
