import {
  IconArrowBackUp,
  IconArrowsDiff,
  IconCheck,
  IconClockPlus,
  IconInbox,
  IconMessageExclamation,
  IconPencil,
  IconShieldOff,
  IconX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import { useFormats } from '../../ui/formats';
import type { IconComponent } from '../../ui/icon';
import { Section } from '../../ui/section';
import type { Tone } from '../../ui/state-badge';
import { Timeline } from '../../ui/timeline';
import { registrationEvents, type RegistrationEvent } from './registration-timeline';

const looks: Readonly<
  Record<RegistrationEvent['kind'], { readonly icon: IconComponent; readonly tone: Tone }>
> = {
  captured: { icon: IconPencil, tone: 'neutral' },
  received: { icon: IconInbox, tone: 'neutral' },
  appealed: { icon: IconMessageExclamation, tone: 'info' },
  granted: { icon: IconCheck, tone: 'good' },
  refused: { icon: IconX, tone: 'bad' },
  withdrawn: { icon: IconArrowBackUp, tone: 'neutral' },
  'extension-asked': { icon: IconClockPlus, tone: 'info' },
  extended: { icon: IconClockPlus, tone: 'good' },
  'not-extended': { icon: IconX, tone: 'bad' },
  'conflict-opened': { icon: IconArrowsDiff, tone: 'warn' },
  'conflict-answered': { icon: IconMessageExclamation, tone: 'info' },
  'conflict-kept': { icon: IconCheck, tone: 'good' },
  'conflict-lost': { icon: IconX, tone: 'bad' },
  'conflict-shared': { icon: IconCheck, tone: 'good' },
  transferred: { icon: IconShieldOff, tone: 'bad' },
  revoked: { icon: IconShieldOff, tone: 'bad' },
};

/** What happened with a request, oldest first. */
export function RegistrationHistory({
  request,
  personName,
}: {
  readonly request: RegistrationRequest;
  /** Of the partner's people; one that is not known is somebody. */
  readonly personName: (id: string) => string | undefined;
}) {
  const { t } = useTranslation('registrations');
  const formats = useFormats();
  const nameOf = ({ by }: RegistrationEvent): string =>
    by === null ? '' : 'name' in by ? by.name : (personName(by.personId) ?? t('somebody'));
  return (
    <Section title={t('history')}>
      <Timeline
        label={t('history')}
        items={registrationEvents(request).map((event) => ({
          key: event.key,
          ...looks[event.kind],
          title: t(`event.${event.kind}`, { name: nameOf(event) }),
          when: formats.instant(event.at),
          ...(event.text === '' ? {} : { text: event.text }),
        }))}
      />
    </Section>
  );
}
