import { useTranslation } from 'react-i18next';
import { useClient } from '../client/client-context';
import { useRecords } from '../client/hooks';
import { waitingApprovals } from '../records/approval/waiting-approvals';
import { useUnreadConversations } from '../records/conversation/use-unread-conversations';
import { countOf } from '../records/decisions/open-decisions';
import { useOpenDecisions } from '../records/decisions/use-open-decisions';
import { useWaitingLeads } from '../records/lead/use-waiting-leads';
import { expiringQuotes } from '../records/expiring-quotes';
import { useToday } from '../records/use-today';
import type { PlaceKey } from './places';

export interface Waiting {
  readonly count: number;
  readonly tone: 'warn' | 'bad';
  readonly words: string;
}

/**
 * What waits for this person, by place: refused work and what was changed in two places, registrations that were refused, leads, open
 * quotes that end within seven days, and requests for approval.
 */
export function useWaitingCounts(): Partial<Record<PlaceKey, Waiting>> {
  const { t } = useTranslation('app');
  const decisions = useOpenDecisions();
  const refused = decisions?.registrations.length ?? 0;
  const attention = decisions ? countOf(decisions) - refused : 0;
  const expiring = expiringQuotes(useRecords('quote') ?? [], useToday()).length;
  const { session } = useClient();
  const approvals = waitingApprovals(useRecords('approval') ?? [], session).length;
  const unread = useUnreadConversations().reduce((sum, { count }) => sum + count, 0);
  const leads = useWaitingLeads()?.length ?? 0;
  return {
    ...(attention > 0 && {
      today: { count: attention, tone: 'bad', words: t('waiting.attention', { count: attention }) },
    }),
    ...(attention === 0 &&
      unread > 0 && {
        today: { count: unread, tone: 'warn', words: t('waiting.unread', { count: unread }) },
      }),
    ...(leads > 0 && {
      leads: { count: leads, tone: 'warn', words: t('waiting.leads', { count: leads }) },
    }),
    ...(expiring > 0 && {
      quotes: { count: expiring, tone: 'warn', words: t('waiting.expiring', { count: expiring }) },
    }),
    ...(refused > 0 && {
      registrations: { count: refused, tone: 'bad', words: t('waiting.refused', { count: refused }) },
    }),
    ...(approvals > 0 && {
      approvals: { count: approvals, tone: 'warn', words: t('waiting.approvals', { count: approvals }) },
    }),
  };
}
