import {
  IconBulb,
  IconFileText,
  IconMessages,
  IconSearch,
  IconThumbDown,
  IconTrophy,
  IconZoomQuestion,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Stage } from '#shared/domain/deal/opportunity';
import type { IconComponent } from '../ui/icon';
import { StateBadge, type Tone } from '../ui/state-badge';

export const stageLooks: Readonly<Record<Stage, { readonly tone: Tone; readonly icon: IconComponent }>> = {
  prospecting: { tone: 'neutral', icon: IconSearch },
  qualification: { tone: 'neutral', icon: IconZoomQuestion },
  solution: { tone: 'info', icon: IconBulb },
  proposal: { tone: 'info', icon: IconFileText },
  negotiation: { tone: 'warn', icon: IconMessages },
  won: { tone: 'good', icon: IconTrophy },
  lost: { tone: 'neutral', icon: IconThumbDown },
};

/** Where a deal is on the sales path (OPP-1). */
export function StageBadge({ stage }: { readonly stage: Stage }) {
  const { t } = useTranslation('records');
  return <StateBadge {...stageLooks[stage]} label={t(`stage.${stage}`)} />;
}
