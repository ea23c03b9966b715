import {
  IconCheck,
  IconCircleCheck,
  IconClockOff,
  IconHourglass,
  IconPencil,
  IconPresentation,
  IconShoppingCart,
  IconX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { QuoteState } from '#shared/domain/quote/quote';
import type { IconComponent } from '../ui/icon';
import { StateBadge, type Tone } from '../ui/state-badge';

export const quoteLooks: Readonly<Record<QuoteState, { readonly tone: Tone; readonly icon: IconComponent }>> =
  {
    draft: { tone: 'neutral', icon: IconPencil },
    'in-approval': { tone: 'warn', icon: IconHourglass },
    approved: { tone: 'info', icon: IconCheck },
    presented: { tone: 'info', icon: IconPresentation },
    accepted: { tone: 'good', icon: IconCircleCheck },
    rejected: { tone: 'bad', icon: IconX },
    expired: { tone: 'neutral', icon: IconClockOff },
    ordered: { tone: 'good', icon: IconShoppingCart },
  };

/** Where a quote is in its life (QUO-2). */
export function QuoteStateBadge({ state }: { readonly state: QuoteState }) {
  const { t } = useTranslation('records');
  return <StateBadge {...quoteLooks[state]} label={t(`quoteState.${state}`)} />;
}
