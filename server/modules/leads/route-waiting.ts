import { leadFacts } from '#shared/domain/rules/lead-facts';
import { routeLead, type RoutedLead } from '#shared/domain/rules/route-lead';
import type { StoredRouting } from '../../db/schema';
import { recordEvent } from '../audit/record-event';
import { activeRules } from '../rules/repository';
import { vendorsOwn, type LeadDesk } from './lead-desk';
import { makeOffer } from './make-offer';
import { countOffers, findLead, findOffers, lockLead, partnersForLeads, type LeadRow } from './repository';

/** Somebody may change the lead between deciding and offering; more often than this in a row nobody does. */
const attempts = 5;

/**
 * Asks the rules to whom a waiting lead goes next, never to somebody who had it (OPP-2). With nobody left it stays at the desk with the reason.
 * Doing it twice, or on two servers at once, offers it once.
 */
export async function routeWaiting(desk: LeadDesk, leadId: string): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const lead = await findLead(desk.database, leadId);
    if (lead?.state !== 'waiting') return;
    if (await routeOnce(desk, lead)) return;
  }
}

/** False: the lead changed meanwhile. */
async function routeOnce(desk: LeadDesk, lead: LeadRow): Promise<boolean> {
  const { database, clock } = desk;
  const { version, content } = await activeRules(database, 'lead-routing', clock());
  const offers = await findOffers(database, [lead.id]);
  const tried = offers.map(({ partner_id: partnerId }) => partnerId);
  const routed = routeLead(content, leadFacts(lead.facts, content), await partnersForLeads(database), tried);
  const routing = stored(routed, version, clock());
  if (!routed.offer) return leaveWaiting(desk, lead, routed, routing, offers.length);
  const offeredBy = {
    kind: 'rule' as const,
    ruleId: routed.ruleId ?? '',
    ruleName: routed.ruleName ?? '',
  };
  return makeOffer(desk, lead.id, {
    ...routed.offer,
    offeredBy,
    routing,
    actor: null,
    decidedAfter: offers.length,
  });
}

async function leaveWaiting(
  { database, clock }: LeadDesk,
  lead: LeadRow,
  { unplaced }: RoutedLead,
  routing: StoredRouting,
  offers: number,
): Promise<boolean> {
  const now = clock();
  return database.transaction().execute(async (queries) => {
    const locked = await lockLead(queries, lead.id);
    if (locked?.state !== 'waiting' || (await countOffers(queries, lead.id)) !== offers) return false;
    await queries
      .updateTable('vendor_lead')
      .set({
        waiting_reason: unplaced,
        waiting_comment: '',
        routing: JSON.stringify(routing),
        updated_at: now,
      })
      .where('id', '=', lead.id)
      .execute();
    if (locked.waiting_reason === unplaced) return true;
    await recordEvent(queries, {
      type: 'lead.unplaced',
      partnerId: vendorsOwn,
      subject: { type: 'vendor-lead', id: lead.id },
      by: null,
      at: now,
      data: { number: lead.number, reason: unplaced, offers },
    });
    return true;
  });
}

const stored = (
  { ruleId, ruleName, trail, considered }: RoutedLead,
  version: number,
  now: Date,
): StoredRouting => ({
  at: now.toISOString(),
  version,
  ruleId,
  ruleName,
  // As it stands in the answer: the same without `readonly`.
  trail: structuredClone(trail) as StoredRouting['trail'],
  considered,
});
