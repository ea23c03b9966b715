import type { Lead } from '#shared/domain/lead/lead';
import { newId } from '#shared/lib/ids';
import type { VendorLeadOffer } from '#shared/protocol/vendor-lead';
import type { StoredRouting } from '../../db/schema';
import { changeAsVendor, type PartnerDesk } from '../vendor-desk/partner-desk';
import { writeLeadRecord, type Actor, type LeadDesk } from './lead-desk';
import { countOffers, lockLead, type LeadRow } from './repository';

export interface Offer {
  readonly partnerId: string;
  readonly answerHours: number;
  readonly offeredBy: VendorLeadOffer['by'];
  /** Null: a person decided, not the rules. */
  readonly routing: StoredRouting | null;
  readonly actor: Actor;
  /** How many offers there had been when this was decided; null: it does not matter. */
  readonly decidedAfter: number | null;
}

/**
 * Gives a waiting lead to a partner: the partner's record and the offer in the vendor's file, in one transaction under the partner's lock. False
 * when it does not wait any more, or was offered to somebody else since this was decided.
 */
export const makeOffer = (
  { database, books, clock }: LeadDesk,
  leadId: string,
  offer: Offer,
): Promise<boolean> =>
  changeAsVendor(database, offer.partnerId, books, clock, async (desk) => {
    const lead = await lockLead(desk.queries, leadId);
    if (lead?.state !== 'waiting') return false;
    if (offer.decidedAfter !== null && offer.decidedAfter !== (await countOffers(desk.queries, leadId))) {
      return false;
    }
    await writeOffer(desk, lead, offer);
    return true;
  });

const hour = 3_600_000;

async function writeOffer(desk: PartnerDesk, lead: LeadRow, offer: Offer): Promise<void> {
  const { queries, now, partnerId } = desk;
  const acceptBy = new Date(now.getTime() + offer.answerHours * hour);
  const at = now.toISOString();
  const record: Lead = {
    ...lead.facts,
    id: newId(),
    partnerId,
    number: lead.number,
    ownerId: null,
    state: 'offered',
    offeredAt: at,
    acceptBy: acceptBy.toISOString(),
    answer: null,
    qualification: null,
    converted: null,
    updatedAt: at,
  };
  await writeLeadRecord(desk, record, offer.actor);
  await queries
    .insertInto('lead_offer')
    .values({
      id: record.id,
      lead_id: lead.id,
      partner_id: partnerId,
      offered_by: JSON.stringify(offer.offeredBy),
      offered_at: now,
      accept_by: acceptBy,
      state: 'offered',
      answered_by: '',
      answer: '',
    })
    .execute();
  await queries
    .updateTable('vendor_lead')
    .set({
      state: 'offered',
      waiting_reason: null,
      waiting_comment: '',
      offer_id: record.id,
      updated_at: now,
      ...(offer.routing && { routing: JSON.stringify(offer.routing) }),
    })
    .where('id', '=', lead.id)
    .execute();
}
