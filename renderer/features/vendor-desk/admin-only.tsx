import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../client/client-context';
import { EmptyState } from '../../ui/empty-state';
import { Page } from '../../ui/page';

/** For the vendor's administrator: what reaches beyond one partner's deals. */
export function AdminOnly({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useTranslation('vendor-admin');
  if (useClient().session.role === 'admin') return children;
  return (
    <Page title={title}>
      <EmptyState icon={IconLock} title={t('adminOnly.title')} text={t('adminOnly.text')} />
    </Page>
  );
}
