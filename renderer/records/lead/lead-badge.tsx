import {
  IconArrowBackUp,
  IconClockX,
  IconCornerUpLeft,
  IconHourglass,
  IconInbox,
  IconRosetteDiscountCheck,
  IconTargetArrow,
  IconUserCheck,
  IconX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Lead } from '#shared/domain/lead/lead';
import type { IconComponent } from '../../ui/icon';
import { StateBadge, type Tone } from '../../ui/state-badge';
import { leadStanding, type LeadStanding } from './lead-standing';
import { useServerNow } from './use-server-now';

const looks: Readonly<Record<LeadStanding, { readonly tone: Tone; readonly icon: IconComponent }>> = {
  offered: { tone: 'warn', icon: IconInbox },
  late: { tone: 'bad', icon: IconClockX },
  'sent-back': { tone: 'warn', icon: IconCornerUpLeft },
  verified: { tone: 'good', icon: IconRosetteDiscountCheck },
  accepted: { tone: 'info', icon: IconUserCheck },
  'with-vendor': { tone: 'info', icon: IconHourglass },
  converted: { tone: 'good', icon: IconTargetArrow },
  declined: { tone: 'neutral', icon: IconX },
  returned: { tone: 'neutral', icon: IconArrowBackUp },
  missed: { tone: 'bad', icon: IconClockX },
  withdrawn: { tone: 'neutral', icon: IconCornerUpLeft },
};

/** OPP-2: where a lead is. */
export function LeadBadge({ lead }: { readonly lead: Pick<Lead, 'state' | 'acceptBy' | 'qualification'> }) {
  const { t } = useTranslation('leads');
  const standing = leadStanding(lead, useServerNow());
  return <StateBadge {...looks[standing]} label={t(`standing.${standing}`)} />;
}
