import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useClient } from '../../client/client-context';
import { useCustomerView } from '../../client/customer-view';
import { useSyncStatus } from '../../client/hooks';
import { useOutbox } from '../../client/use-outbox';
import { useFormats } from '../../ui/formats';
import { HiddenFromCustomers } from '../../ui/hidden-from-customers';
import { Page } from '../../ui/page';
import { Section, SectionEmpty } from '../../ui/section';
import { useNow } from '../../ui/use-now';
import { BooksOnDevice } from './books-on-device';
import { ClockNotice } from './clock-notice';
import { OnThisDevice } from './on-this-device';
import { SyncProblemNotice } from './sync-problem-notice';
import { SyncProgress } from './sync-progress';
import classes from './sync.module.css';
import { WaitingTable } from './waiting-table';

/** One place for how this device stands with the vendor: what waits, what happens now, what hinders, what was last well. */
export function SyncScreen() {
  const { t } = useTranslation('sync');
  const { sync } = useClient();
  const status = useSyncStatus();
  const outbox = useOutbox();
  const customerView = useCustomerView();
  const busy = status.phase !== 'idle';
  return (
    <Page
      title={t('title')}
      actions={
        <Button
          leftSection={<IconRefresh size={15} aria-hidden />}
          disabled={busy}
          onClick={() => void sync.syncNow()}
        >
          {t('syncNow')}
        </Button>
      }
    >
      <LastSuccess />
      {busy && (
        <SyncProgress phase={status.phase} progress={status.progress} onCancel={() => sync.cancel()} />
      )}
      {!busy && status.problem && <SyncProblemNotice problem={status.problem} />}
      {status.clockSkew !== null && <ClockNotice minutesAhead={status.clockSkew} />}
      {status.attention > 0 && (
        <p className={classes['attention']}>
          <IconAlertTriangle size={17} stroke={1.8} aria-hidden />
          <span>{t('attention', { count: status.attention })}</span>
          <Link to="/attention">{t('openAttention')}</Link>
        </p>
      )}
      <Section title={t('waiting.title')} count={outbox?.length ?? 0}>
        {customerView.on && <HiddenFromCustomers onLeave={customerView.toggle} />}
        {!customerView.on && outbox?.length === 0 && <SectionEmpty>{t('waiting.empty')}</SectionEmpty>}
        {!customerView.on && outbox && outbox.length > 0 && <WaitingTable outbox={outbox} />}
      </Section>
      <BooksOnDevice />
      <OnThisDevice />
    </Page>
  );
}

function LastSuccess() {
  const { t } = useTranslation('sync');
  const formats = useFormats();
  const { lastSuccessAt, lastTryAt, online, problem } = useSyncStatus();
  const now = useNow(10_000);
  return (
    <p className={classes['last']}>
      {lastSuccessAt !== null && online !== false && problem === null && (
        <IconCircleCheck size={17} stroke={1.8} aria-hidden />
      )}
      <strong>
        {lastSuccessAt === null
          ? t('never')
          : t('lastSuccess', { ago: formats.ago(lastSuccessAt, now), at: formats.instant(lastSuccessAt) })}
      </strong>
      {lastTryAt !== null && problem !== null && (
        <span>{t('lastTry', { ago: formats.ago(lastTryAt, now) })}</span>
      )}
    </p>
  );
}
