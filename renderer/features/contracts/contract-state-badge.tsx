import { IconCircleCheck, IconClockExclamation, IconCircleOff, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { IconComponent } from '../../ui/icon';
import { StateBadge, type Tone } from '../../ui/state-badge';
import type { ContractState } from './contract-state';

const looks: Readonly<Record<ContractState, { readonly tone: Tone; readonly icon: IconComponent }>> = {
  running: { tone: 'good', icon: IconCircleCheck },
  ending: { tone: 'warn', icon: IconClockExclamation },
  renewed: { tone: 'info', icon: IconRefresh },
  ended: { tone: 'neutral', icon: IconCircleOff },
};

export function ContractStateBadge({ state }: { readonly state: ContractState }) {
  const { t } = useTranslation('contracts');
  return <StateBadge {...looks[state]} label={t(`state.${state}`)} />;
}
