import {
  IconArchive,
  IconCheck,
  IconHourglass,
  IconInbox,
  IconRosetteDiscountCheck,
  IconTargetArrow,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { VendorLead } from '#shared/protocol/vendor-lead';
import type { IconComponent } from '../../../ui/icon';
import { StateBadge, type Tone } from '../../../ui/state-badge';
import { deskLeadStanding, type DeskLeadStanding } from './desk-leads';

const looks: Readonly<Record<DeskLeadStanding, readonly [Tone, IconComponent]>> = {
  waiting: ['warn', IconInbox],
  'to-verify': ['warn', IconRosetteDiscountCheck],
  offered: ['info', IconHourglass],
  accepted: ['info', IconCheck],
  converted: ['good', IconTargetArrow],
  closed: ['neutral', IconArchive],
};

/** Where a lead is for the vendor; what waits for its people stands out. */
export function DeskLeadState({ lead }: { readonly lead: VendorLead }) {
  const { t } = useTranslation('vendor-leads');
  const standing = deskLeadStanding(lead);
  const [tone, icon] = looks[standing];
  return <StateBadge tone={tone} icon={icon} label={t(`standing.${standing}`)} />;
}
