import { sql } from 'kysely';
import type { Queries } from '../../db/database';

/** As many as a person looks through; older ones are in the partner's own list. */
const listed = 500;

/** Orders of all partners with the names of partner and account, which an order itself does not carry. */
const namedOrders = (queries: Queries) =>
  queries
    .selectFrom('record')
    .innerJoin('tenant', 'tenant.partner_id', 'record.partner_id')
    .leftJoin('record as account', (join) =>
      join
        .on('account.type', '=', 'account')
        .on('account.id', '=', sql<string>`record.body ->> 'accountId'`)
        .onRef('account.partner_id', '=', 'record.partner_id'),
    )
    .where('record.type', '=', 'order')
    .where('record.deleted', '=', false)
    .select(['record.body', 'tenant.name as partnerName'])
    .select(sql<string | null>`account.body ->> 'name'`.as('accountName'));

export const newestOrders = (queries: Queries) =>
  namedOrders(queries)
    .orderBy(sql`record.body ->> 'receivedAt'`, (order) => order.desc().nullsLast())
    .orderBy('record.id', 'desc')
    .limit(listed)
    .execute();

export const findNamedOrder = (queries: Queries, orderId: string) =>
  namedOrders(queries).where('record.id', '=', orderId).executeTakeFirst();

export const findOrder = (queries: Queries, orderId: string) =>
  queries
    .selectFrom('record')
    .select(['partner_id', 'body'])
    .where('type', '=', 'order')
    .where('id', '=', orderId)
    .where('deleted', '=', false)
    .executeTakeFirst();
