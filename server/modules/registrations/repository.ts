import { sql } from 'kysely';
import type { RecordType } from '#shared/domain/records';
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

/** A record of whichever partner, with the version of its partner it was written under. */
export async function recordWithVersion(
  queries: Queries,
  type: RecordType,
  id: string,
): Promise<{ readonly body: unknown; readonly version: number } | undefined> {
  const row = await queries
    .selectFrom('record')
    .select(['body', 'version'])
    .where('type', '=', type)
    .where('id', '=', id)
    .where('deleted', '=', false)
    .executeTakeFirst();
  return row;
}

export const namesOfPeople = (queries: Queries, partnerId: string) =>
  queries
    .selectFrom('user_account')
    .where('partner_id', '=', partnerId)
    .select(['user_id', 'name'])
    .execute();
