import { sql } from 'kysely';
import type { RecordType } from '#shared/domain/records';
import type { Queries } from '../../db/database';

/** Records of one type of all partners, with the names that such a record itself does not carry: partner, customer and owner. */
export const namedRecords = (queries: Queries, type: RecordType) =>
  queries
    .selectFrom('record')
    .innerJoin('tenant', 'tenant.partner_id', 'record.partner_id')
    .leftJoin('record as account', (join) =>
      join
        .on('account.type', '=', 'account')
        .on('account.id', '=', sql<string>`record.body ->> 'accountId'`)
        .onRef('account.partner_id', '=', 'record.partner_id'),
    )
    .leftJoin('user_account as owner', (join) =>
      join.on('owner.user_id', '=', sql<string>`record.body ->> 'ownerId'`),
    )
    .where('record.type', '=', type)
    .where('record.deleted', '=', false)
    .select(['record.body', 'record.partner_id as partnerId', 'tenant.name as partnerName'])
    .select(sql<string>`coalesce(account.body ->> 'name', '')`.as('accountName'))
    .select(sql<string>`coalesce(owner.name, '')`.as('ownerName'));

/** Whose record it is; undefined when there is none. */
export const partnerOf = async (
  queries: Queries,
  type: RecordType,
  id: string,
): Promise<string | undefined> => {
  const row = await queries
    .selectFrom('record')
    .select('partner_id')
    .where('type', '=', type)
    .where('id', '=', id)
    .where('deleted', '=', false)
    .executeTakeFirst();
  return row?.partner_id;
};
