import type { PartnerDesk } from '../vendor-desk/partner-desk';
import type { OpenOffer } from './follow-offer';
import { withoutCustomer } from './lead-record';
import { setWaiting, writeLeadRecord, type Actor } from './lead-desk';

/** Takes an open offer from its partner, who keeps the company's name; the lead is the vendor's to give again. Under the partner's lock. */
export async function endOffer(
  desk: PartnerDesk,
  { lead, offer, record }: OpenOffer,
  how: {
    readonly state: 'missed' | 'withdrawn';
    readonly by: Actor;
    readonly waiting: 'to-be-routed' | 'taken-back';
    readonly comment: string;
  },
): Promise<void> {
  const { queries, now } = desk;
  await writeLeadRecord(
    desk,
    { ...withoutCustomer(record), state: how.state, updatedAt: now.toISOString() },
    how.by,
  );
  await queries
    .updateTable('lead_offer')
    .set({ state: how.state, ended_at: now })
    .where('id', '=', offer.id)
    .execute();
  await setWaiting(queries, lead.id, now, { waiting_reason: how.waiting, waiting_comment: how.comment });
}
