import { useMemo } from 'react';
import type { Lead } from '#shared/domain/lead/lead';
import { useClient } from '../../client/client-context';
import { useRecords } from '../../client/hooks';
import { byUrgency, leadStanding, type LeadStanding } from './lead-standing';
import { useServerNow } from './use-server-now';

/**
 * OPP-2, OPP-3: leads that wait for this person, most urgent first: every offer that can still be accepted, and of their own accepted ones
 * those the vendor sent back or verified. undefined: loading.
 */
export function useWaitingLeads():
  | readonly { readonly lead: Lead; readonly standing: LeadStanding }[]
  | undefined {
  const { userId } = useClient().session;
  const leads = useRecords('lead');
  const now = useServerNow();
  return useMemo(
    () =>
      leads
        ?.toSorted(byUrgency(now))
        .map((lead) => ({ lead, standing: leadStanding(lead, now) }))
        .filter(
          ({ lead, standing }) =>
            standing === 'offered' ||
            (lead.ownerId === userId && (standing === 'sent-back' || standing === 'verified')),
        ),
    [leads, userId, now],
  );
}
