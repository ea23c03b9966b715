import { Button } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { useClient } from '../../client/client-context';
import { useCustomerView } from '../../client/customer-view';
import { useRecords, useSyncStatus } from '../../client/hooks';
import { expiringQuotes } from '../../records/expiring-quotes';
import { useNewPrices } from '../../records/use-new-prices';
import { useToday } from '../../records/use-today';
import { EmptyState } from '../../ui/empty-state';
import { useFormats } from '../../ui/formats';
import { HiddenFromCustomers } from '../../ui/hidden-from-customers';
import { Page } from '../../ui/page';
import { DecisionsSection } from './decisions-section';
import { NewPricesSection } from './new-prices-section';
import { OrderNews } from './order-news';
import { PipelineSection } from './pipeline-section';
import { QuoteSection } from './quote-section';
import { WaitingApprovalsSection } from './waiting-approvals-section';
import classes from './today.module.css';

/** Where a day starts: what waits, what ends soon, what the vendor said, and how much is in the making. */
export function TodayScreen() {
  const { t } = useTranslation('today');
  const formats = useFormats();
  const { session } = useClient();
  const customerView = useCustomerView();
  const today = useToday();
  const quotes = useRecords('quote');
  const opportunities = useRecords('opportunity');
  const orders = useRecords('order');
  const newPrices = useNewPrices(quotes);
  const { attention, lastSuccessAt } = useSyncStatus();
  if (session.role === 'channel' || session.role === 'admin') return <Navigate to="/vendor-desk" replace />;
  const title = t('title');
  if (customerView.on) {
    return (
      <Page title={title}>
        <HiddenFromCustomers onLeave={customerView.toggle} />
      </Page>
    );
  }
  if (!quotes || !opportunities || !orders) return <Page title={title}>{null}</Page>;
  const nothing = quotes.length + opportunities.length + orders.length === 0;
  const drafts = quotes
    .filter(({ state }) => state === 'draft')
    .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  return (
    <Page title={title} actions={<span className={classes['day']}>{formats.day(today)}</span>}>
      {nothing && attention === 0 ? (
        <FirstSteps arriving={lastSuccessAt === null} />
      ) : (
        <div className={classes['columns']}>
          <div>
            <DecisionsSection />
            <WaitingApprovalsSection />
            <NewPricesSection drafts={drafts} newer={newPrices} />
            <QuoteSection
              title={t('expiring.title')}
              empty={t('expiring.empty')}
              quotes={expiringQuotes(quotes, today)}
              when={({ expiresOn }) => t('expiring.until', { day: formats.day(expiresOn) })}
              whenTitle={t('expiring.column')}
            />
            <QuoteSection
              title={t('drafts.title')}
              empty={t('drafts.empty')}
              quotes={drafts}
              when={({ updatedAt }) => formats.ago(updatedAt)}
              whenTitle={t('drafts.column')}
            />
            <OrderNews orders={orders} />
          </div>
          <PipelineSection opportunities={opportunities} />
        </div>
      )}
    </Page>
  );
}

/** An empty start teaches the first step; before the first sync it says what is coming. */
function FirstSteps({ arriving }: { readonly arriving: boolean }) {
  const { t } = useTranslation('today');
  return (
    <EmptyState
      icon={IconSparkles}
      title={arriving ? t('arriving.title') : t('first.title')}
      text={arriving ? t('arriving.text') : t('first.text')}
      action={
        <div className={classes['steps']}>
          <Button component={Link} to="/accounts">
            {t('first.customer')}
          </Button>
          <Button component={Link} to="/quotes" variant="default">
            {t('first.quote')}
          </Button>
          <Button component={Link} to="/catalog" variant="default">
            {t('first.catalog')}
          </Button>
        </div>
      }
    />
  );
}
