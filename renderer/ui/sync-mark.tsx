import { Tooltip, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconArrowUp, IconCheck, IconDeviceLaptop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { IconComponent } from './icon';
import { StateBadge, type Tone } from './state-badge';
import classes from './sync-mark.module.css';

export type SyncMarkState = 'saved-here' | 'sent' | 'accepted' | 'needs-attention';

const looks: Readonly<Record<SyncMarkState, { readonly tone: Tone; readonly icon: IconComponent }>> = {
  'saved-here': { tone: 'neutral', icon: IconDeviceLaptop },
  sent: { tone: 'info', icon: IconArrowUp },
  accepted: { tone: 'good', icon: IconCheck },
  'needs-attention': { tone: 'bad', icon: IconAlertTriangle },
};

interface SyncMarkProps {
  readonly state: SyncMarkState;
  /** The icon only, with the word as its name: for table rows. */
  readonly compact?: boolean;
}

/** Where a record is on its way to the vendor (SYN-1). */
export function SyncMark({ state, compact = false }: SyncMarkProps) {
  const { t } = useTranslation('ui');
  const { tone, icon: Icon } = looks[state];
  const label = t(`syncMark.${state}`);
  if (!compact) return <StateBadge tone={tone} icon={Icon} label={label} />;
  return (
    <Tooltip label={label}>
      <span className={classes['mark']} data-tone={tone}>
        <Icon size={15} stroke={2} aria-hidden />
        <VisuallyHidden>{label}</VisuallyHidden>
      </span>
    </Tooltip>
  );
}
