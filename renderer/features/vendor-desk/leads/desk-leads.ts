import type { VendorLead, VendorLeadOffer } from '#shared/protocol/vendor-lead';
import { matchesText } from '#shared/lib/match-text';

export const deskLeadViews = ['to-do', 'offered', 'accepted', 'done', 'all'] as const;
export type DeskLeadView = (typeof deskLeadViews)[number];

/** `to-verify`: a partner sent its answers. */
export type DeskLeadStanding = VendorLead['state'] | 'to-verify';

export const deskLeadStanding = ({
  state,
  qualification,
}: Pick<VendorLead, 'state' | 'qualification'>): DeskLeadStanding =>
  state === 'accepted' && qualification?.state === 'sent' ? 'to-verify' : state;

/** Whoever has it now, or had it last; undefined: nobody yet. */
export const lastOffer = ({ offers }: Pick<VendorLead, 'offers'>): VendorLeadOffer | undefined => offers[0];

/** Waits for the vendor's people: nobody has it, or a qualification was sent. */
export const waitsForDesk = (lead: VendorLead): boolean =>
  lead.state === 'waiting' || deskLeadStanding(lead) === 'to-verify';

/** The leads of a view in the server's order: what waits first, then the newest. */
export const deskLeadRows = (
  leads: readonly VendorLead[],
  view: DeskLeadView,
  text: string,
): readonly VendorLead[] =>
  leads.filter(
    (lead) =>
      inView(lead, view) &&
      matchesText(text, [
        lead.number,
        lead.company.name,
        lead.company.city,
        lead.contact.name,
        lead.source,
        lead.need,
        ...lead.offers.map(({ partnerName }) => partnerName),
      ]),
  );

function inView(lead: VendorLead, view: DeskLeadView): boolean {
  if (view === 'all') return true;
  if (view === 'to-do') return waitsForDesk(lead);
  if (view === 'done') return lead.state === 'converted' || lead.state === 'closed';
  return lead.state === view;
}
