import {
  IconArrowBackUp,
  IconClockX,
  IconCornerUpLeft,
  IconInbox,
  IconRosetteDiscountCheck,
  IconSend,
  IconTargetArrow,
  IconUserCheck,
  IconX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Lead } from '#shared/domain/lead/lead';
import type { TimelineEvent } from '../../records/activities/activities';
import { useNames } from '../../records/use-names';
import { useFormats } from '../../ui/formats';
import type { IconComponent } from '../../ui/icon';
import type { Tone } from '../../ui/state-badge';
import { leadEvents, type LeadEventKind } from './lead-events';

const looks: Readonly<Record<LeadEventKind, readonly [IconComponent, Tone]>> = {
  offered: [IconInbox, 'info'],
  accepted: [IconUserCheck, 'good'],
  declined: [IconX, 'neutral'],
  returned: [IconArrowBackUp, 'neutral'],
  missed: [IconClockX, 'bad'],
  withdrawn: [IconCornerUpLeft, 'neutral'],
  sent: [IconSend, 'info'],
  'sent-back': [IconCornerUpLeft, 'warn'],
  verified: [IconRosetteDiscountCheck, 'good'],
  converted: [IconTargetArrow, 'good'],
};

/** What happened to the lead, as its record tells it, to be read among the activities. */
export function useLeadEvents(lead: Lead): readonly TimelineEvent[] {
  const { t } = useTranslation('leads');
  const formats = useFormats();
  const personName = useNames('person');
  const nameOf = (id: string) => personName(id) ?? t('somebody');
  return leadEvents(lead).map(({ kind, at, by, byVendor, reason, text }) => {
    const [icon, tone] = looks[kind];
    const name = byVendor ?? (by === null ? '' : nameOf(by));
    const words = [reason === null ? '' : t(`reason.${reason}`), text].filter(Boolean).join(' \u00b7 ');
    return {
      key: kind,
      at,
      icon,
      tone,
      title: t(`event.${kind}`, { name }),
      when: formats.instant(at),
      ...(words === '' ? {} : { text: words }),
    };
  });
}
