import type { Lead } from '#shared/domain/lead/lead';
import { assertNever } from '#shared/lib/assert-never';
import { matchesText } from '#shared/lib/match-text';
import {
  byUrgency,
  isClosedLead,
  leadStanding,
  leadStandings,
  type LeadStanding,
} from '../../records/lead/lead-standing';

export const leadViews = ['open', 'offered', 'mine', 'closed', 'all'] as const;
export type LeadView = (typeof leadViews)[number];

export interface LeadFilter {
  readonly text: string;
  readonly view: LeadView;
  readonly standing: LeadStanding | null;
}

export const noLeadFilter: LeadFilter = { text: '', view: 'open', standing: null };

/** The filter as it stands in the address; what is no filter there is none. */
export function leadFilterOf(address: URLSearchParams): LeadFilter {
  const view = leadViews.find((each) => each === address.get('view'));
  const standing = leadStandings.find((each) => each === address.get('state'));
  return { text: address.get('text') ?? '', view: view ?? noLeadFilter.view, standing: standing ?? null };
}

/** Only what differs from the inbox as it opens. */
export const addressOf = ({ text, view, standing }: LeadFilter): Record<string, string> => ({
  ...(text === '' ? {} : { text }),
  ...(view === noLeadFilter.view ? {} : { view }),
  ...(standing === null ? {} : { state: standing }),
});

/** What the inbox shows, most urgent first. `now`: the server's time in milliseconds. */
export const filterLeads = (
  leads: readonly Lead[],
  { text, view, standing: wanted }: LeadFilter,
  userId: string,
  now: number,
): readonly Lead[] =>
  leads
    .filter((lead) => {
      const standing = leadStanding(lead, now);
      return (
        isInView(lead, standing, view, userId) &&
        (wanted === null || standing === wanted) &&
        matchesText(text, [
          lead.number,
          lead.company.name,
          lead.company.city,
          lead.contact.name,
          lead.source,
          lead.need,
        ])
      );
    })
    .sort(byUrgency(now));

function isInView(lead: Lead, standing: LeadStanding, view: LeadView, userId: string): boolean {
  const closed = isClosedLead(standing);
  switch (view) {
    case 'open':
      return !closed;
    case 'offered':
      return standing === 'offered';
    case 'mine':
      return !closed && lead.ownerId === userId;
    case 'closed':
      return closed;
    case 'all':
      return true;
    default:
      return assertNever(view);
  }
}
