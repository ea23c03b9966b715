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
import { useNames } from '../../records/use-names';
import { useFormats } from '../../ui/formats';
import type { IconComponent } from '../../ui/icon';
import { Section } from '../../ui/section';
import { Timeline } from '../../ui/timeline';
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

/** What happened to the lead, as the record tells it, newest last. */
export function LeadHistory({ lead }: { readonly lead: Lead }) {
  const { t } = useTranslation('leads');
  const formats = useFormats();
  const personName = useNames('person');
  const nameOf = (id: string) => personName(id) ?? t('somebody');
  return (
    <Section title={t('history')}>
      <Timeline
        label={t('history')}
        items={leadEvents(lead).map(({ kind, at, by, byVendor, reason, text }) => {
          const [icon, tone] = looks[kind];
          const name = byVendor ?? (by === null ? '' : nameOf(by));
          return {
            key: kind,
            icon,
            tone,
            title: t(`event.${kind}`, { name }),
            when: formats.instant(at),
            text:
              [reason === null ? '' : t(`reason.${reason}`), text].filter(Boolean).join(' \u00b7 ') ||
              undefined,
          };
        })}
      />
    </Section>
  );
}
