import {
  IconArrowBackUp,
  IconDeviceLaptop,
  IconHourglass,
  IconShieldCheck,
  IconX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import type { IconComponent } from '../ui/icon';
import { StateBadge, type Tone } from '../ui/state-badge';

/** OPP-4: where a request is. `provisional`: the vendor has not received it, so it protects nothing yet. */
export type Standing = 'provisional' | 'with-vendor' | 'granted' | 'refused' | 'withdrawn';

export const standingOf = ({
  state,
  receivedAt,
}: Pick<RegistrationRequest, 'state' | 'receivedAt'>): Standing =>
  state !== 'submitted' ? state : receivedAt === null ? 'provisional' : 'with-vendor';

const looks: Readonly<Record<Standing, { readonly tone: Tone; readonly icon: IconComponent }>> = {
  provisional: { tone: 'info', icon: IconDeviceLaptop },
  'with-vendor': { tone: 'warn', icon: IconHourglass },
  granted: { tone: 'good', icon: IconShieldCheck },
  refused: { tone: 'bad', icon: IconX },
  withdrawn: { tone: 'neutral', icon: IconArrowBackUp },
};

/** Where the registration of a deal is. */
export function RegistrationBadge({
  request,
}: {
  readonly request: Pick<RegistrationRequest, 'state' | 'receivedAt'>;
}) {
  const { t } = useTranslation('registrations');
  const standing = standingOf(request);
  return <StateBadge {...looks[standing]} label={t(`standing.${standing}`)} />;
}
