import { IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../client/client-context';
import { useCustomerView } from '../../client/customer-view';
import { EmptyState } from '../../ui/empty-state';
import { HiddenFromCustomers } from '../../ui/hidden-from-customers';
import { Page } from '../../ui/page';
import { ApprovalsSection } from './approvals-section';
import { ForecastSection } from './forecast-section';
import { GoalsSection } from './goals-section';
import { ReassignSection } from './reassign-section';

/** How the team stands, what it is to reach, what waits for the manager's word, and giving work to somebody else. For managers. */
export function TeamPage() {
  const { t } = useTranslation('team');
  const { session } = useClient();
  const customerView = useCustomerView();
  if (customerView.on) {
    return (
      <Page title={t('title')}>
        <HiddenFromCustomers onLeave={customerView.toggle} />
      </Page>
    );
  }
  if (session.role !== 'manager') {
    return (
      <Page title={t('title')}>
        <EmptyState icon={IconUsersGroup} title={t('onlyManagers')} text={t('onlyManagersText')} />
      </Page>
    );
  }
  return (
    <Page title={t('title')}>
      <ForecastSection />
      <GoalsSection />
      <ApprovalsSection />
      <ReassignSection />
    </Page>
  );
}
