import { sql } from 'kysely';
import type { Account } from '#shared/domain/deal/account';
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

/** OPP-4: other requests, of any partner, for the same customer: by tax id, or by name in the same country. The first received first. */
export const requestsForSameCustomer = (queries: Queries, id: string, { taxId, name, country }: Account) =>
  registrations(queries)
    .where('record.id', '<>', id)
    .where(
      sql<boolean>`(${taxId} <> '' and account.body ->> 'taxId' = ${taxId}
        or lower(account.body ->> 'name') = lower(${name}) and account.body ->> 'country' = ${country})`,
    )
    .orderBy(sql`record.body ->> 'receivedAt'`)
    .orderBy('record.id')
    .limit(50)
    .execute();

export const namesOfPeople = (queries: Queries, partnerId: string) =>
  queries
    .selectFrom('user_account')
    .where('partner_id', '=', partnerId)
    .select(['user_id', 'name'])
    .execute();
