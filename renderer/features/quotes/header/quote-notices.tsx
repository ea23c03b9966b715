import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useClient } from '../../../client/client-context';
import { PartedNotice } from '../../../records/parted/parted-notice';
import { PriceDriftNotice } from '../../../records/price-drift-notice';
import { ErrorNotice } from '../../../ui/error-notice';
import { useOpenQuote } from '../editing/open-quote';
import classes from './notices.module.css';
import { Expired, PolicyNotice, ReadOnly } from './state-notices';

/** What stands between the person and the work: not stored, no prices, read-only, no longer valid. */
export function QuoteNotices() {
  const { source, quote, customerView } = useOpenQuote();
  return (
    <>
      <NotStored />
      <Refused />
      {source.status === 'missing' && <NoPrices />}
      {!customerView && <PartedNotice quoteId={quote.id} />}
      {!customerView && <PriceDriftNotice quote={quote} />}
      <ReadOnly />
      <Expired />
      <PolicyNotice />
    </>
  );
}

function NotStored() {
  const { t } = useTranslation('quotes');
  const { editor } = useOpenQuote();
  const failure = useStore(editor.store, (state) => state.failure);
  if (!failure) return null;
  const storage =
    failure.type === 'disk-full' || failure.type === 'storage-failed' || failure.type === 'read-only';
  return (
    <div className={classes['notice']}>
      <ErrorNotice
        title={t('failure.title')}
        what={storage ? t(`failure.${failure.type}`) : t('failure.refused')}
        safe={t('failure.safe')}
        todo={
          <>
            {t('failure.todo')}{' '}
            <button type="button" className={classes['link']} onClick={() => void editor.discardUnsaved()}>
              {t('failure.discard')}
            </button>
          </>
        }
        onRetry={editor.retry}
      />
    </div>
  );
}

function Refused() {
  const { t } = useTranslation('quotes');
  const { editor } = useOpenQuote();
  const refusal = useStore(editor.store, (state) => state.refusal);
  if (!refusal) return null;
  const known = ['wrong-state', 'quote-empty', 'too-many-items', 'item-not-found', 'not-allowed'] as const;
  const reason = known.find((type) => type === refusal.type) ?? 'other';
  return (
    <div className={classes['bar']} role="alert" data-tone="warn">
      <span className={classes['words']}>{t(`refusal.${reason}`)}</span>
      <Button variant="subtle" size="compact-xs" onClick={() => editor.store.setState({ refusal: null })}>
        {t('gotIt')}
      </Button>
    </div>
  );
}

function NoPrices() {
  const { t } = useTranslation('quotes');
  const { sync } = useClient();
  const { quote } = useOpenQuote();
  return (
    <div className={classes['notice']}>
      <ErrorNotice
        title={t('noPrices.title')}
        what={t('noPrices.what', { version: quote.priceBook.version })}
        safe={t('noPrices.safe')}
        todo={t('noPrices.todo')}
        onRetry={() => void sync.syncNow()}
      />
    </div>
  );
}
