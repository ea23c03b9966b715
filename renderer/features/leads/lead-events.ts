import type { Lead } from '#shared/domain/lead/lead';
import type { LeadReason } from './commands';

export type LeadEventKind =
  | 'offered'
  | 'accepted'
  | 'declined'
  | 'returned'
  | 'missed'
  | 'withdrawn'
  | 'sent'
  | 'sent-back'
  | 'verified'
  | 'converted';

export interface LeadEvent {
  readonly kind: LeadEventKind;
  readonly at: string;
  /** Of the partner's side: a person's id. */
  readonly by: string | null;
  /** Of the vendor's side: a name. */
  readonly byVendor: string | null;
  readonly reason: LeadReason | null;
  readonly text: string;
}

const nothingSaid = { by: null, byVendor: null, reason: null, text: '' } as const;

/** What a lead's record tells of its way, oldest first. A record keeps only the last answer: what was before it is with the vendor. */
export function leadEvents(lead: Lead): readonly LeadEvent[] {
  const { state, answer, qualification, converted } = lead;
  const events: LeadEvent[] = [{ ...nothingSaid, kind: 'offered', at: lead.offeredAt }];
  if (answer) {
    const kind = state === 'declined' || state === 'returned' ? state : 'accepted';
    events.push({ ...answer, kind, byVendor: null });
  }
  if (qualification && qualification.state !== 'draft') {
    const { by, at, note, vendor, state: verdict } = qualification;
    // Sent back, the answers may have been changed since: then it is their time that is written here, not the sending's.
    if (verdict !== 'sent-back') events.push({ ...nothingSaid, kind: 'sent', at, by, text: note });
    if (vendor && verdict !== 'sent') {
      events.push({
        ...nothingSaid,
        kind: verdict,
        at: vendor.at,
        byVendor: vendor.by,
        text: vendor.comment,
      });
    }
  }
  if (converted) events.push({ ...nothingSaid, kind: 'converted', at: converted.at });
  if (state === 'withdrawn') events.push({ ...nothingSaid, kind: 'withdrawn', at: lead.updatedAt });
  if (state === 'missed') events.push({ ...nothingSaid, kind: 'missed', at: lead.acceptBy });
  return events.sort((a, b) => a.at.localeCompare(b.at));
}
