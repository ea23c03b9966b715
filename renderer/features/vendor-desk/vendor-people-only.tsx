import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../client/client-context';
import { EmptyState } from '../../ui/empty-state';
import { Page } from '../../ui/page';

/** The desk is for channel managers and administrators of the vendor. */
export function VendorPeopleOnly({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('vendor-desk');
  const { role } = useClient().session;
  if (role === 'channel' || role === 'admin') return children;
  return (
    <Page title={t('title')}>
      <EmptyState icon={IconLock} title={t('forbidden.title')} text={t('forbidden.text')} />
    </Page>
  );
}
