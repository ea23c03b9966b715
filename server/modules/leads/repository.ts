import { sql } from 'kysely';
import type { Partner } from '#shared/domain/partner/partner';
import type { LeadPartner } from '#shared/domain/rules/route-lead';
import type { VendorLeadQuery } from '#shared/protocol/vendor-lead';
import type { Queries } from '../../db/database';

/** As many as a person looks through. */
const listed = 500;

const leadColumns = [
  'vendor_lead.id',
  'vendor_lead.number',
  'vendor_lead.state',
  'vendor_lead.facts',
  'vendor_lead.waiting_reason',
  'vendor_lead.waiting_comment',
  'vendor_lead.offer_id',
  'vendor_lead.routing',
  'vendor_lead.created_by',
  'vendor_lead.created_at',
] as const;

export const findLead = (queries: Queries, id: string) =>
  queries.selectFrom('vendor_lead').select(leadColumns).where('id', '=', id).executeTakeFirst();
export type LeadRow = NonNullable<Awaited<ReturnType<typeof findLead>>>;

/** Until the transaction ends nobody else changes it. Of a partner and a lead the partner is locked first. */
export const lockLead = (queries: Queries, id: string) =>
  queries.selectFrom('vendor_lead').select(leadColumns).where('id', '=', id).forUpdate().executeTakeFirst();

/** Those that wait first, then the newest. */
export const findLeads = (queries: Queries, { state, partnerId, toVerify, text }: VendorLeadQuery) => {
  let query = queries
    .selectFrom('vendor_lead')
    .leftJoin('record', (join) =>
      join.on('record.type', '=', 'lead').onRef('record.id', '=', 'vendor_lead.offer_id'),
    )
    .select(leadColumns);
  if (state !== undefined) query = query.where('vendor_lead.state', '=', state);
  if (toVerify !== undefined) {
    query = query.where(sql<boolean>`record.body #>> '{qualification,state}' = 'sent'`);
  }
  if (partnerId !== undefined) {
    query = query.where('vendor_lead.id', 'in', (offers) =>
      offers.selectFrom('lead_offer').select('lead_id').where('partner_id', '=', partnerId),
    );
  }
  if (text !== undefined && text.trim() !== '') {
    const like = `%${text.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    query = query.where(
      sql<boolean>`concat_ws(' ', vendor_lead.number, vendor_lead.facts #>> '{company,name}', vendor_lead.facts #>> '{contact,name}',
        vendor_lead.facts #>> '{contact,email}', vendor_lead.facts ->> 'source') ilike ${like}`,
    );
  }
  return query
    .orderBy(sql`vendor_lead.state <> 'waiting'`)
    .orderBy('vendor_lead.created_at', 'desc')
    .orderBy('vendor_lead.id', 'desc')
    .limit(listed)
    .execute();
};

const offerColumns = [
  'lead_offer.id',
  'lead_offer.lead_id',
  'lead_offer.partner_id',
  'lead_offer.offered_by',
  'lead_offer.offered_at',
  'lead_offer.accept_by',
  'lead_offer.state',
  'lead_offer.answered_at',
  'lead_offer.answered_by',
  'lead_offer.reason',
  'lead_offer.answer',
  'lead_offer.ended_at',
] as const;

/** Of these leads, the newest first, with the partner's name and its record as it is now. */
export const findOffers = (queries: Queries, leadIds: readonly string[]) =>
  leadIds.length === 0
    ? Promise.resolve([])
    : queries
        .selectFrom('lead_offer')
        .innerJoin('tenant', 'tenant.partner_id', 'lead_offer.partner_id')
        .leftJoin('record', (join) =>
          join.on('record.type', '=', 'lead').onRef('record.id', '=', 'lead_offer.id'),
        )
        .where('lead_offer.lead_id', 'in', leadIds)
        .select([...offerColumns, 'tenant.name as partnerName', 'record.body as record'])
        .orderBy('lead_offer.offered_at', 'desc')
        .orderBy('lead_offer.id', 'desc')
        .execute();
export type OfferRow = Awaited<ReturnType<typeof findOffers>>[number];

export const findOffer = (queries: Queries, id: string) =>
  queries.selectFrom('lead_offer').select(offerColumns).where('id', '=', id).executeTakeFirst();
export type PlainOfferRow = NonNullable<Awaited<ReturnType<typeof findOffer>>>;

export async function countOffers(queries: Queries, leadId: string): Promise<number> {
  const { count } = await queries
    .selectFrom('lead_offer')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('lead_id', '=', leadId)
    .executeTakeFirstOrThrow();
  return count;
}

/** Open offers whose partner answered since the desk looked; of one partner, or of all. */
export const answeredOffers = (queries: Queries, partnerId?: string) => {
  const open = queries
    .selectFrom('lead_offer')
    .innerJoin('record', (join) =>
      join.on('record.type', '=', 'lead').onRef('record.id', '=', 'lead_offer.id'),
    )
    .where('lead_offer.ended_at', 'is', null)
    .where(sql<boolean>`record.body ->> 'state' <> lead_offer.state`)
    .select(['lead_offer.id', 'lead_offer.lead_id', 'lead_offer.partner_id'])
    .orderBy('lead_offer.offered_at')
    .limit(listed);
  return (partnerId === undefined ? open : open.where('lead_offer.partner_id', '=', partnerId)).execute();
};

/** Offers that nobody answered in time. */
export const overdueOffers = (queries: Queries, now: Date) =>
  queries
    .selectFrom('lead_offer')
    .select(['id', 'lead_id', 'partner_id'])
    .where('ended_at', 'is', null)
    .where('state', '=', 'offered')
    .where('accept_by', '<', now)
    .orderBy('accept_by')
    .limit(listed)
    .execute();

/** What the rules have not been asked about yet, the oldest first. */
export const leadsToRoute = (queries: Queries) =>
  queries
    .selectFrom('vendor_lead')
    .select('id')
    .where('state', '=', 'waiting')
    .where('waiting_reason', '=', 'to-be-routed')
    .orderBy('created_at')
    .orderBy('id')
    .limit(listed)
    .execute();

/** Every partner with what routing looks at. `at`: with as many open leads as it had then. */
export async function partnersForLeads(queries: Queries, at?: Date): Promise<LeadPartner[]> {
  const rows = await queries
    .selectFrom('record')
    .where('type', '=', 'partner')
    .where('deleted', '=', false)
    .select('body')
    .orderBy('id')
    .execute();
  let open = queries
    .selectFrom('lead_offer')
    .select(({ fn }) => ['partner_id', fn.countAll<number>().as('count')])
    .groupBy('partner_id');
  open =
    at === undefined
      ? open.where('ended_at', 'is', null)
      : open
          .where('offered_at', '<', at)
          .where((where) => where.or([where('ended_at', 'is', null), where('ended_at', '>=', at)]));
  const counts = new Map((await open.execute()).map((row) => [row.partner_id, row.count]));
  return rows.map(({ body }) => {
    const { id, tier, country, region, certifications } = body as Partner;
    return {
      id,
      tier,
      country,
      region,
      certifications: certifications ?? [],
      openLeads: counts.get(id) ?? 0,
    };
  });
}

export const partnerNames = async (queries: Queries): Promise<ReadonlyMap<string, string>> => {
  const rows = await queries.selectFrom('tenant').select(['partner_id', 'name']).execute();
  return new Map(rows.map(({ partner_id: id, name }) => [id, name]));
};

export const nameOfPerson = async (queries: Queries, userId: string): Promise<string> => {
  const row = await queries
    .selectFrom('user_account')
    .select('name')
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row?.name ?? '';
};
