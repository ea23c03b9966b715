import type { Queries } from '../../db/database';
import type { DemoLead } from '../../seed/demo-vendor';

/** The vendor's files on leads, as a seed has them; the partners' records are written with the others. */
export async function addLeads(queries: Queries, leads: readonly DemoLead[]): Promise<void> {
  for (const { facts, offers, waiting, ...lead } of leads) {
    const last = offers.at(-1);
    await queries
      .insertInto('vendor_lead')
      .values({
        id: lead.id,
        number: lead.number,
        state: lead.state,
        facts: JSON.stringify(facts),
        waiting_reason: waiting?.reason ?? null,
        waiting_comment: waiting?.comment ?? '',
        offer_id: waiting ? null : (last?.id ?? null),
        created_by: lead.createdBy,
        created_at: new Date(lead.createdAt),
        updated_at: new Date(last?.endedAt ?? last?.answeredAt ?? last?.offeredAt ?? lead.createdAt),
      })
      .execute();
    for (const offer of offers) {
      await queries
        .insertInto('lead_offer')
        .values({
          id: offer.id,
          lead_id: lead.id,
          partner_id: offer.partnerId,
          offered_by: JSON.stringify(offer.by),
          offered_at: new Date(offer.offeredAt),
          accept_by: new Date(offer.acceptBy),
          state: offer.state,
          answered_at: dateOf(offer.answeredAt),
          answered_by: offer.answeredBy,
          reason: offer.reason,
          answer: offer.answer,
          ended_at: dateOf(offer.endedAt),
        })
        .execute();
    }
  }
}

const dateOf = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));
