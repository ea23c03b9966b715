import { sql } from 'kysely';
import type { Queries } from '../../db/database';
import { namedRecords } from '../vendor-desk/named-records';

/** As many as a person looks through; older ones are in the partner's own list. */
const listed = 500;

export const newestOrders = (queries: Queries) =>
  namedRecords(queries, 'order')
    .orderBy(sql`record.body ->> 'receivedAt'`, (order) => order.desc().nullsLast())
    .orderBy('record.id', 'desc')
    .limit(listed)
    .execute();

export const findNamedOrder = (queries: Queries, orderId: string) =>
  namedRecords(queries, 'order').where('record.id', '=', orderId).executeTakeFirst();

export const findOrder = (queries: Queries, orderId: string) =>
  queries
    .selectFrom('record')
    .select(['partner_id', 'body'])
    .where('type', '=', 'order')
    .where('id', '=', orderId)
    .where('deleted', '=', false)
    .executeTakeFirst();
