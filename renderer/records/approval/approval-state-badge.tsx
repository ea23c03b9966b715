import {
  IconArrowBackUp,
  IconArrowsExchange,
  IconCheck,
  IconHourglass,
  IconPencilOff,
  IconX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ApprovalState } from '#shared/domain/approval/approval';
import type { IconComponent } from '../../ui/icon';
import { StateBadge, type Tone } from '../../ui/state-badge';

export const approvalLooks: Readonly<
  Record<ApprovalState, { readonly tone: Tone; readonly icon: IconComponent }>
> = {
  pending: { tone: 'warn', icon: IconHourglass },
  approved: { tone: 'good', icon: IconCheck },
  rejected: { tone: 'bad', icon: IconX },
  countered: { tone: 'info', icon: IconArrowsExchange },
  withdrawn: { tone: 'neutral', icon: IconArrowBackUp },
  voided: { tone: 'neutral', icon: IconPencilOff },
};

/** Where a request for approval is (QUO-3). */
export function ApprovalStateBadge({ state }: { readonly state: ApprovalState }) {
  const { t } = useTranslation('records');
  return <StateBadge {...approvalLooks[state]} label={t(`approvalState.${state}`)} />;
}
