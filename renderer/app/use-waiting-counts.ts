import { useTranslation } from 'react-i18next';
import { addDays, dayInZone } from '#shared/lib/clock';
import { usePartner, useRecords, useSyncStatus } from '../client/hooks';
import { useNow } from '../ui/use-now';
import type { PlaceKey } from './places';

export interface Waiting {
  readonly count: number;
  readonly tone: 'warn' | 'bad';
  readonly words: string;
}

const open = new Set(['draft', 'in-approval', 'approved', 'presented', 'accepted']);

/** What waits for this person, by place: refused work, and open quotes that end within seven days. */
export function useWaitingCounts(): Partial<Record<PlaceKey, Waiting>> {
  const { t } = useTranslation('app');
  const { attention } = useSyncStatus();
  const partner = usePartner();
  const quotes = useRecords('quote') ?? [];
  const today = dayInZone(useNow(), partner?.timeZone ?? 'UTC');
  const soon = addDays(today, 7);
  const expiring = quotes.filter(
    ({ state, expiresOn }) => open.has(state) && expiresOn > today && expiresOn <= soon,
  ).length;
  return {
    ...(attention > 0 && {
      today: { count: attention, tone: 'bad', words: t('waiting.attention', { count: attention }) },
    }),
    ...(expiring > 0 && {
      quotes: { count: expiring, tone: 'warn', words: t('waiting.expiring', { count: expiring }) },
    }),
  };
}
