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

/** Orders by the vendor's own numbers, of whatever partner. */
export async function findByVendorNumbers(
  queries: Queries,
  numbers: readonly string[],
): Promise<Map<string, { readonly id: string; readonly partnerId: string }>> {
  const found = new Map<string, { readonly id: string; readonly partnerId: string }>();
  const wanted = [...new Set(numbers)];
  for (let at = 0; at < wanted.length; at += 500) {
    const rows = await queries
      .selectFrom('record')
      .select(['id', 'partner_id'])
      .select(sql<string>`body ->> 'vendorOrderNumber'`.as('number'))
      .where('type', '=', 'order')
      .where('deleted', '=', false)
      .where(sql<string>`body ->> 'vendorOrderNumber'`, 'in', wanted.slice(at, at + 500))
      .execute();
    for (const { id, partner_id: partnerId, number } of rows) found.set(number, { id, partnerId });
  }
  return found;
}
