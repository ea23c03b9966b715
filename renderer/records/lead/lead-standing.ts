import type { Lead } from '#shared/domain/lead/lead';

/**
 * Where a lead is, for people: its state, and of an accepted one where its qualification is. What waits for the partner comes first, what
 * is over last.
 */
export const leadStandings = [
  'offered',
  /** Offered, and its time is up: the server takes it back. */
  'late',
  'sent-back',
  'verified',
  'accepted',
  'with-vendor',
  'converted',
  'declined',
  'returned',
  'missed',
  'withdrawn',
] as const;
export type LeadStanding = (typeof leadStandings)[number];

/** OPP-2: `now` by the server's clock, for its clock decides (SY-11). */
export function leadStanding(
  { state, acceptBy, qualification }: Pick<Lead, 'state' | 'acceptBy' | 'qualification'>,
  now: number,
): LeadStanding {
  if (state === 'offered') return Date.parse(acceptBy) <= now ? 'late' : 'offered';
  if (state !== 'accepted') return state;
  switch (qualification?.state) {
    case 'sent':
      return 'with-vendor';
    case 'sent-back':
    case 'verified':
      return qualification.state;
    default:
      return 'accepted';
  }
}

/** The partner does not have it any more: of its company the name alone is left here. */
export const isGoneLead = (state: LeadStanding | Lead['state']): boolean =>
  state === 'declined' || state === 'returned' || state === 'missed' || state === 'withdrawn';

/** Nothing more happens with it. */
export const isClosedLead = (standing: LeadStanding): boolean =>
  standing === 'converted' || isGoneLead(standing);

/** What waits first, and of that what is due first; among closed ones the newest first. */
export function byUrgency(now: number): (a: Lead, b: Lead) => number {
  const rank = (lead: Lead): number => leadStandings.indexOf(leadStanding(lead, now));
  return (a, b) =>
    rank(a) - rank(b) ||
    (a.state === 'offered' ? a.acceptBy.localeCompare(b.acceptBy) : b.updatedAt.localeCompare(a.updatedAt));
}
