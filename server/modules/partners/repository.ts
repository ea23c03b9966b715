import { sql } from 'kysely';
import type { RecordType } from '#shared/domain/records';
import type { Queries } from '../../db/database';

/** How many records of these types each partner has in each state; '' for records without one. */
export function countRecords(queries: Queries, types: readonly RecordType[], partnerId?: string) {
  const state = sql<string>`coalesce(body ->> 'state', body ->> 'stage', '')`;
  let query = queries
    .selectFrom('record')
    .select(['partner_id as partnerId', 'type', state.as('state')])
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('type', 'in', types)
    .where('deleted', '=', false)
    .groupBy(['partner_id', 'type', state]);
  if (partnerId !== undefined) query = query.where('partner_id', '=', partnerId);
  return query.execute();
}

export const partnerRecords = (queries: Queries, partnerId?: string) => {
  const query = queries
    .selectFrom('record')
    .select('body')
    .where('type', '=', 'partner')
    .where('deleted', '=', false);
  return (partnerId === undefined ? query : query.where('id', '=', partnerId)).execute();
};

export const recordsOf = (queries: Queries, partnerId: string, type: RecordType) =>
  queries
    .selectFrom('record')
    .select('body')
    .where('partner_id', '=', partnerId)
    .where('type', '=', type)
    .where('deleted', '=', false)
    .orderBy('id')
    .execute();

export const lastOrders = (queries: Queries) =>
  queries
    .selectFrom('record')
    .select('partner_id as partnerId')
    .select(sql<string | null>`max(body ->> 'receivedAt')`.as('at'))
    .where('type', '=', 'order')
    .where('deleted', '=', false)
    .groupBy('partner_id')
    .execute();
