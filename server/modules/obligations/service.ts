import { sql } from 'kysely';
import type { Obligation } from '#shared/domain/deal/obligation';
import { err, ok, type Result } from '#shared/lib/result';
import type { RecordWrite } from '#shared/mutations/mutation';
import type { Session } from '#shared/protocol/session';
import type { VendorObligation, VendorObligationQuery } from '#shared/protocol/vendor-obligation';
import type { Clock } from '../../clock';
import type { Database, Queries } from '../../db/database';
import { eventsOfChanges } from '../audit/events-of-changes';
import { recordEvents } from '../audit/record-event';
import type { PriceBookSource } from '../snapshots/price-book-source';
import { partnerOf } from '../vendor-desk/named-records';
import { changeAsVendor } from '../vendor-desk/partner-desk';

export type ObligationService = ReturnType<typeof obligationService>;
export type CompletionError = 'not-found' | 'not-the-vendors' | 'done-already';

/** As many as a person looks through. */
const listed = 500;

/** The vendor's side of obligations (OPP-7): what it owes in partners' deals. */
export function obligationService(database: Database, books: PriceBookSource, clock: Clock) {
  return {
    list: async (query: VendorObligationQuery): Promise<{ obligations: VendorObligation[] }> => {
      const rows = await obligations(database, query);
      return { obligations: rows };
    },

    complete: async (
      session: Session,
      id: string,
      note: string,
    ): Promise<Result<VendorObligation, CompletionError>> => {
      const partnerId = await partnerOf(database, 'obligation', id);
      if (partnerId === undefined) return err('not-found');
      const error = await changeAsVendor(database, partnerId, books, clock, async (desk) => {
        const { records, queries, now } = desk;
        await records.load([{ type: 'obligation', id }]);
        const obligation = records.get('obligation', id);
        if (!obligation) return 'not-found';
        if (obligation.side !== 'vendor') return 'not-the-vendors';
        if (obligation.done) return 'done-already';
        const at = now.toISOString();
        const record: Obligation = { ...obligation, done: { by: session.name, at, note }, updatedAt: at };
        const writes: RecordWrite[] = [{ type: 'obligation', id, record }];
        const events = eventsOfChanges(writes, records, { partnerId, by: session, at: now });
        records.write(writes);
        await recordEvents(queries, events);
        return undefined;
      });
      if (error) return err(error);
      const [found] = await obligations(database, { side: 'both', state: 'done' }, id);
      return found ? ok(found) : err('not-found');
    },
  };
}

/** With the names a person knows them by; the first due first, of those that are done the last done. */
async function obligations(
  queries: Queries,
  { side, state }: VendorObligationQuery,
  id?: string,
): Promise<VendorObligation[]> {
  let query = queries
    .selectFrom('record')
    .innerJoin('tenant', 'tenant.partner_id', 'record.partner_id')
    .leftJoin('record as opportunity', (join) =>
      join
        .on('opportunity.type', '=', 'opportunity')
        .on('opportunity.id', '=', sql<string>`record.body ->> 'opportunityId'`)
        .onRef('opportunity.partner_id', '=', 'record.partner_id'),
    )
    .leftJoin('record as account', (join) =>
      join
        .on('account.type', '=', 'account')
        .on('account.id', '=', sql<string>`opportunity.body ->> 'accountId'`)
        .onRef('account.partner_id', '=', 'record.partner_id'),
    )
    .leftJoin('user_account as owner', (join) =>
      join.on('owner.user_id', '=', sql<string>`record.body ->> 'ownerId'`),
    )
    .where('record.type', '=', 'obligation')
    .where('record.deleted', '=', false)
    .where(sql<boolean>`(record.body ->> 'done' is not null) = ${state === 'done'}`);
  if (side !== 'both') query = query.where(sql<boolean>`record.body ->> 'side' = ${side}`);
  if (id !== undefined) query = query.where('record.id', '=', id);
  const order =
    state === 'open' ? sql`record.body ->> 'dueOn'` : sql`record.body #>> '{done,at}' desc nulls last`;
  const rows = await query
    .select(['record.body', 'tenant.name as partnerName'])
    .select(sql<string>`coalesce(account.body ->> 'name', '')`.as('accountName'))
    .select(sql<string>`coalesce(opportunity.body ->> 'name', '')`.as('opportunityName'))
    .select(sql<string>`coalesce(owner.name, '')`.as('ownerName'))
    .orderBy(order)
    .orderBy('record.id')
    .limit(listed)
    .execute();
  return rows.map(({ body, ...names }) => ({ obligation: body as Obligation, ...names }));
}
