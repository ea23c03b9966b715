import { sql } from 'kysely';
import type { Queries } from '../../db/database';
import { namedRecords } from '../vendor-desk/named-records';

/** As many as a person looks through. */
const listed = 500;

/** With the whole customer: what protects a deal is who it is with. */
const registrations = (queries: Queries) =>
  namedRecords(queries, 'registrationRequest').select('account.body as account');

/** Waiting for the vendor, the longest first. */
export const waitingRegistrations = (queries: Queries) =>
  registrations(queries)
    .where(sql<boolean>`record.body ->> 'state' = 'submitted'`)
    .orderBy(sql`record.body ->> 'updatedAt'`)
    .orderBy('record.id')
    .limit(listed)
    .execute();

/** Decided or withdrawn, the newest first. */
export const endedRegistrations = (queries: Queries) =>
  registrations(queries)
    .where(sql<boolean>`record.body ->> 'state' <> 'submitted'`)
    .orderBy(sql`record.body ->> 'updatedAt'`, 'desc')
    .orderBy('record.id', 'desc')
    .limit(listed)
    .execute();

export const findRegistration = (queries: Queries, id: string) =>
  registrations(queries).where('record.id', '=', id).executeTakeFirst();
