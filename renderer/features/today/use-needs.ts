import { useMemo } from 'react';
import { dayInZone } from '#shared/lib/clock';
import { useClient } from '../../client/client-context';
import { useOpenTasks, usePartner, useRecords } from '../../client/hooks';
import { waitingApprovals } from '../../records/approval/waiting-approvals';
import { useWaitingLeads } from '../../records/lead/use-waiting-leads';
import { useToday } from '../../records/use-today';
import { needsMe, type Need } from './needs-me';

/** What needs the signed-in person, live. undefined: loading. */
export function useNeeds(): readonly Need[] | undefined {
  const { session } = useClient();
  const today = useToday();
  const zone = usePartner()?.timeZone;
  const leads = useWaitingLeads();
  const approvals = useRecords('approval');
  const quotes = useRecords('quote');
  const requests = useRecords('registrationRequest');
  const registrations = useRecords('dealRegistration');
  const contracts = useRecords('contract');
  const tasks = useOpenTasks();
  const obligations = useRecords('obligation');
  const opportunities = useRecords('opportunity');
  const accounts = useRecords('account');
  return useMemo(() => {
    // Tasks are looked for among all activities, which may take a moment: the rest does not wait for them.
    if (!leads || !approvals || !quotes || !requests || !registrations || !contracts) return undefined;
    if (!obligations || !opportunities || !accounts) return undefined;
    const { userId } = session;
    return needsMe({
      userId,
      today,
      dayOf: (instant) => (zone ? dayInZone(new Date(instant), zone) : instant.slice(0, 10)),
      leads,
      approvals: waitingApprovals(approvals, session),
      quotes,
      requests,
      registrations,
      contracts,
      tasks: tasks ?? [],
      obligations,
      opportunities,
      accounts,
    });
  }, [
    session,
    today,
    zone,
    leads,
    approvals,
    quotes,
    requests,
    registrations,
    contracts,
    tasks,
    obligations,
    opportunities,
    accounts,
  ]);
}
