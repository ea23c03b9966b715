import { IconArrowBackUp, IconCheck, IconHourglass, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SpecialBid } from '#shared/domain/pricing/granted-terms';
import type { IconComponent } from '../ui/icon';
import { StateBadge, type Tone } from '../ui/state-badge';

const looks: Readonly<Record<SpecialBid['state'], { readonly tone: Tone; readonly icon: IconComponent }>> = {
  requested: { tone: 'warn', icon: IconHourglass },
  granted: { tone: 'good', icon: IconCheck },
  rejected: { tone: 'bad', icon: IconX },
  withdrawn: { tone: 'neutral', icon: IconArrowBackUp },
};

/** Where a request for special prices is. */
export function SpecialBidBadge({ state }: { readonly state: SpecialBid['state'] }) {
  const { t } = useTranslation('records');
  return <StateBadge {...looks[state]} label={t(`specialBidState.${state}`)} />;
}
