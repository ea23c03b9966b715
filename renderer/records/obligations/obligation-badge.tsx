import { IconAlarm, IconAlertTriangle, IconArrowUpCircle, IconCheck, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Obligation } from '#shared/domain/deal/obligation';
import type { IconComponent } from '../../ui/icon';
import { StateBadge, type Tone } from '../../ui/state-badge';
import { useToday } from '../use-today';
import { obligationStanding, type ObligationStanding } from './obligation-standing';

const looks: Readonly<Record<ObligationStanding, { readonly tone: Tone; readonly icon: IconComponent }>> = {
  escalated: { tone: 'bad', icon: IconArrowUpCircle },
  overdue: { tone: 'bad', icon: IconAlertTriangle },
  today: { tone: 'warn', icon: IconAlarm },
  open: { tone: 'neutral', icon: IconClock },
  done: { tone: 'good', icon: IconCheck },
};

/** OPP-7: whether a step is done, due or overdue, and whether it was passed up. */
export function ObligationBadge({
  obligation,
}: {
  readonly obligation: Pick<Obligation, 'done' | 'dueOn' | 'escalation'>;
}) {
  const { t } = useTranslation('obligations');
  const standing = obligationStanding(obligation, useToday());
  return <StateBadge {...looks[standing]} label={t(`standing.${standing}`)} />;
}
