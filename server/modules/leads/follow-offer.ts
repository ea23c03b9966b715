import type { Lead } from '#shared/domain/lead/lead';
import type { PartnerDesk } from '../vendor-desk/partner-desk';
import { isGivenUp, tellsOfCustomer, withoutCustomer } from './lead-record';
import { setWaiting, writeLeadRecord } from './lead-desk';
import { findOffer, lockLead, nameOfPerson, type LeadRow, type PlainOfferRow } from './repository';

/** One offer with its lead, both locked, and the partner's record, all three saying the same. */
export interface OpenOffer {
  readonly lead: LeadRow;
  readonly offer: PlainOfferRow;
  readonly record: Lead;
}

/**
 * Brings the vendor's file to what the partner's record says: an answer is noted with its time, and a lead that was declined or returned waits
 * to be routed again. Doing it twice changes nothing. Under the partner's lock. Undefined: the offer has ended, now or before.
 */
export async function followOffer(desk: PartnerDesk, offerId: string): Promise<OpenOffer | undefined> {
  const { queries, records } = desk;
  await records.load([{ type: 'lead', id: offerId }]);
  const record = records.get('lead', offerId);
  const found = await findOffer(queries, offerId);
  const lead = found && (await lockLead(queries, found.lead_id));
  // Read again: whoever had the lead locked may have ended it.
  const offer = lead && (await findOffer(queries, offerId));
  if (!record || !lead || !offer || offer.ended_at !== null) return undefined;
  if (record.state === offer.state) return { lead, offer, record };

  const followed = await noteAnswer(desk, offer, record);
  if (isGivenUp(record.state)) {
    await setWaiting(queries, lead.id, desk.now, { waiting_reason: 'to-be-routed', waiting_comment: '' });
    if (tellsOfCustomer(record)) await writeLeadRecord(desk, withoutCustomer(record), null);
    return undefined;
  }
  const state = record.state === 'converted' ? 'converted' : 'accepted';
  await queries
    .updateTable('vendor_lead')
    .set({ state, updated_at: desk.now })
    .where('id', '=', lead.id)
    .execute();
  return followed.ended_at === null ? { lead: { ...lead, state }, offer: followed, record } : undefined;
}

/** The first answer is the one whose time counts; declined or returned, its reason is kept. */
async function noteAnswer(
  { queries, now }: PartnerDesk,
  offer: PlainOfferRow,
  { state, answer, converted }: Lead,
): Promise<PlainOfferRow> {
  const at = answer ? new Date(answer.at) : now;
  const isOver = state === 'converted' || isGivenUp(state);
  const endedAt = converted ? new Date(converted.at) : at;
  const answered = {
    state,
    answered_at: offer.answered_at ?? at,
    answered_by: answer ? await nameOfPerson(queries, answer.by) : '',
    reason: answer?.reason ?? null,
    answer: answer?.text ?? '',
    ended_at: isOver ? endedAt : null,
  };
  await queries.updateTable('lead_offer').set(answered).where('id', '=', offer.id).execute();
  return { ...offer, ...answered };
}
