import { Button } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { useClient } from '../../client/client-context';
import { useCustomerView } from '../../client/customer-view';
import { useRecords, useSyncStatus } from '../../client/hooks';
import { useNewPrices } from '../../records/use-new-prices';
import { useToday } from '../../records/use-today';
import { EmptyState } from '../../ui/empty-state';
import { useFormats } from '../../ui/formats';
import { HiddenFromCustomers } from '../../ui/hidden-from-customers';
import { Page } from '../../ui/page';
import { Section, SectionEmpty } from '../../ui/section';
import { DecisionsSection } from './decisions-section';
import { MessagesSection } from './messages-section';
import { NewPricesSection } from './new-prices-section';
import { NeedsSection } from './needs-section';
import { NewsSection } from './news-section';
import { PipelineSection } from './pipeline-section';
import { QuoteSection } from './quote-section';
import { useNeeds } from './use-needs';
import classes from './today.module.css';

const urgencies = ['now', 'soon', 'ahead'] as const;

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
  const needs = useNeeds();
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
  const nothing = quotes.length + opportunities.length + orders.length + (needs?.length ?? 0) === 0;
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
            {urgencies.map((urgency) => (
              <NeedsSection
                key={urgency}
                urgency={urgency}
                needs={needs?.filter((need) => need.urgency === urgency) ?? []}
                today={today}
              />
            ))}
            {needs?.length === 0 && (
              <Section title={t('needs.now')}>
                <SectionEmpty>{t('needs.empty')}</SectionEmpty>
              </Section>
            )}
            <MessagesSection />
            <NewsSection orders={orders} />
            <NewPricesSection drafts={drafts} newer={newPrices} />
            <QuoteSection
              title={t('drafts.title')}
              empty={t('drafts.empty')}
              quotes={drafts}
              when={({ updatedAt }) => formats.ago(updatedAt)}
              whenTitle={t('drafts.column')}
            />
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
