import { useTranslation } from 'react-i18next';
import { useClient } from '../client/client-context';
import { useRecords } from '../client/hooks';
import { waitingApprovals } from '../records/approval/waiting-approvals';
import { countOf } from '../records/decisions/open-decisions';
import { useOpenDecisions } from '../records/decisions/use-open-decisions';
import { expiringQuotes } from '../records/expiring-quotes';
import { useToday } from '../records/use-today';
import type { PlaceKey } from './places';

export interface Waiting {
  readonly count: number;
  readonly tone: 'warn' | 'bad';
  readonly words: string;
}

/**
 * What waits for this person, by place: refused work and what was changed in two places, registrations that were refused, open quotes that
 * end within seven days, and requests for approval.
 */
export function useWaitingCounts(): Partial<Record<PlaceKey, Waiting>> {
  const { t } = useTranslation('app');
  const decisions = useOpenDecisions();
  const refused = decisions?.registrations.length ?? 0;
  const attention = decisions ? countOf(decisions) - refused : 0;
  const expiring = expiringQuotes(useRecords('quote') ?? [], useToday()).length;
  const { session } = useClient();
  const approvals = waitingApprovals(useRecords('approval') ?? [], session).length;
  return {
    ...(attention > 0 && {
      today: { count: attention, tone: 'bad', words: t('waiting.attention', { count: attention }) },
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
