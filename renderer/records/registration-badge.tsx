import {
  IconArrowBackUp,
  IconArrowsDiff,
  IconDeviceLaptop,
  IconHourglass,
  IconShieldCheck,
  IconShieldOff,
  IconX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import type { IconComponent } from '../ui/icon';
import { StateBadge, type Tone } from '../ui/state-badge';

/** OPP-4: where a request is. `provisional`: the vendor has not received it, so it protects nothing yet. */
export type Standing =
  | 'provisional'
  | 'with-vendor'
  | 'in-conflict'
  | 'granted'
  | 'ended'
  | 'refused'
  | 'withdrawn';
type Stood = Pick<RegistrationRequest, 'state' | 'receivedAt' | 'ended' | 'conflict'>;

/** Somebody else registered the same deal, and the vendor has not decided yet whose it is. */
export const isInConflict = ({ conflict }: Pick<RegistrationRequest, 'conflict'>): boolean =>
  Boolean(conflict && !conflict.outcome);

export function standingOf({ state, receivedAt, ended, conflict }: Stood): Standing {
  if ((state === 'submitted' || state === 'granted') && isInConflict({ conflict })) return 'in-conflict';
  if (state === 'granted' && ended) return 'ended';
  if (state !== 'submitted') return state;
  return receivedAt === null ? 'provisional' : 'with-vendor';
}

const looks: Readonly<Record<Standing, { readonly tone: Tone; readonly icon: IconComponent }>> = {
  provisional: { tone: 'info', icon: IconDeviceLaptop },
  'with-vendor': { tone: 'warn', icon: IconHourglass },
  granted: { tone: 'good', icon: IconShieldCheck },
  'in-conflict': { tone: 'warn', icon: IconArrowsDiff },
  ended: { tone: 'neutral', icon: IconShieldOff },
  refused: { tone: 'bad', icon: IconX },
  withdrawn: { tone: 'neutral', icon: IconArrowBackUp },
};

/** Where the registration of a deal is. */
export function RegistrationBadge({ request }: { readonly request: Stood }) {
  const { t } = useTranslation('registrations');
  const standing = standingOf(request);
  return <StateBadge {...looks[standing]} label={t(`standing.${standing}`)} />;
}
