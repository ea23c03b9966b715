import type { LeadCriteria } from '#shared/domain/lead/criteria';
import type { Lead } from '#shared/domain/lead/lead';
import type { VendorLead, VendorLeadFile, VendorLeadOffer } from '#shared/protocol/vendor-lead';
import type { StoredRouting } from '../../db/schema';
import type { LeadRow, OfferRow } from './repository';

const instant = (date: Date | null): string | null => date?.toISOString() ?? null;

const viewOffer = (row: OfferRow): VendorLeadOffer => ({
  id: row.id,
  partnerId: row.partner_id,
  partnerName: row.partnerName,
  by: row.offered_by,
  offeredAt: row.offered_at.toISOString(),
  acceptBy: row.accept_by.toISOString(),
  state: row.state,
  answeredAt: instant(row.answered_at),
  answerMinutes: row.answered_at && minutesBetween(row.offered_at, row.answered_at),
  answeredBy: row.answered_by,
  reason: row.reason,
  text: row.answer,
  endedAt: instant(row.ended_at),
});

const minutesBetween = (from: Date, to: Date): number =>
  Math.max(0, Math.floor((to.getTime() - from.getTime()) / 60_000));

/** A lead with all its offers. */
export function viewLead(row: LeadRow, offers: readonly OfferRow[]): VendorLead {
  const own = offers.filter(({ lead_id: leadId }) => leadId === row.id);
  const current = own.find(({ id }) => id === row.offer_id);
  return {
    ...row.facts,
    id: row.id,
    number: row.number,
    state: row.state,
    waiting:
      row.waiting_reason === null ? null : { reason: row.waiting_reason, comment: row.waiting_comment },
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    offers: own.map(viewOffer),
    qualification: current ? (current.record as Lead).qualification : null,
  };
}

export const viewRouting = (
  routing: StoredRouting | null,
  names: ReadonlyMap<string, string>,
): VendorLeadFile['routing'] =>
  routing && {
    ...routing,
    considered: routing.considered.map((one) => ({
      ...one,
      partnerName: names.get(one.partnerId) ?? one.partnerId,
    })),
  };

export const viewFile = (
  row: LeadRow,
  offers: readonly OfferRow[],
  criteria: LeadCriteria | null,
  names: ReadonlyMap<string, string>,
): VendorLeadFile => ({ ...viewLead(row, offers), criteria, routing: viewRouting(row.routing, names) });
