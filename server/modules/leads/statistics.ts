import { sql } from 'kysely';
import type { LeadStatistics } from '#shared/protocol/vendor-lead';
import type { Queries } from '../../db/database';

/** OPP-2: how partners answer, of the offers made on these days (UTC). */
export async function leadStatistics(
  queries: Queries,
  { from, until }: { readonly from?: string | undefined; readonly until?: string | undefined },
): Promise<LeadStatistics> {
  const count = (condition: string) => sql<number>`count(*) filter (where ${sql.raw(condition)})`;
  let offers = queries
    .selectFrom('lead_offer')
    .innerJoin('tenant', 'tenant.partner_id', 'lead_offer.partner_id')
    .groupBy(['lead_offer.partner_id', 'tenant.name'])
    .orderBy('tenant.name')
    .select(['lead_offer.partner_id as partnerId', 'tenant.name as partnerName'])
    .select([
      sql<number>`count(*)`.as('offered'),
      count(`state <> 'declined' and answered_at is not null`).as('accepted'),
      count(`state = 'declined'`).as('declined'),
      count(`state = 'returned'`).as('returned'),
      count(`state = 'missed'`).as('missed'),
      count(`state = 'withdrawn'`).as('withdrawn'),
      count(`state = 'converted'`).as('converted'),
      count(`state = 'offered'`).as('open'),
      // Seconds in, minutes out: a float8 on both databases.
      sql<
        number | null
      >`percentile_cont(0.5) within group (order by extract(epoch from answered_at - offered_at)::float8)
        filter (where answered_at is not null)`.as('medianSeconds'),
    ]);
  if (from !== undefined) offers = offers.where('offered_at', '>=', new Date(`${from}T00:00:00Z`));
  if (until !== undefined) {
    const end = new Date(`${until}T00:00:00Z`);
    end.setUTCDate(end.getUTCDate() + 1);
    offers = offers.where('offered_at', '<', end);
  }
  const rows = await offers.execute();
  const { waiting } = await queries
    .selectFrom('vendor_lead')
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return {
    partners: rows.map(({ medianSeconds, ...row }) => ({
      ...row,
      medianAnswerMinutes: medianSeconds === null ? null : Math.round(medianSeconds / 6) / 10,
    })),
    waiting,
  };
}
