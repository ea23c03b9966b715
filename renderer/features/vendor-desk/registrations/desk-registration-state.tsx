import { IconHourglass } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import { RegistrationBadge } from '../../../records/registration-badge';
import { StateBadge } from '../../../ui/state-badge';

/** What is with the vendor waits for whoever reads this. */
export function DeskRegistrationState({ request }: { readonly request: RegistrationRequest }) {
  const { t } = useTranslation('vendor-desk');
  return request.state === 'submitted' ? (
    <StateBadge tone="warn" icon={IconHourglass} label={t('approvals.waitsForYou')} />
  ) : (
    <RegistrationBadge request={request} />
  );
}
