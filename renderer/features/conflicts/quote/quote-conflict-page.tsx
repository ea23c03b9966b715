import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { isEditable } from '#shared/domain/quote/lifecycle';
import type { Quote } from '#shared/domain/quote/quote';
import { useCustomerView } from '../../../client/customer-view';
import { useAttention, useRecord, useSyncStatus } from '../../../client/hooks';
import { usePartedQuote, type PartedQuote } from '../../../records/parted/use-parted-quote';
import { useNames } from '../../../records/use-names';
import { Crumb } from '../../../ui/crumb';
import { ErrorNotice } from '../../../ui/error-notice';
import { useFormats } from '../../../ui/formats';
import { HiddenFromCustomers } from '../../../ui/hidden-from-customers';
import { Page } from '../../../ui/page';
import { RecordMissing } from '../../../ui/record-missing';
import classes from '../conflicts.module.css';
import { QuoteDecisions } from './quote-decisions';
import { QuoteSides } from './quote-sides';

/** `/conflicts/quote/:quoteId`: a quote that was edited on two devices (SY-13). Which version counts is chosen here; nothing is merged. */
export function QuoteConflictPage() {
  const { t } = useTranslation('conflicts');
  const { quoteId = '' } = useParams();
  const parted = usePartedQuote(quoteId);
  const theirs = useRecord('quote', quoteId);
  const customerView = useCustomerView();
  if (parted === undefined || theirs === undefined) return null;
  if (customerView.on || parted === null) {
    return (
      <Page title={t('title')}>
        {customerView.on ? (
          <HiddenFromCustomers onLeave={customerView.toggle} />
        ) : (
          <RecordMissing list="/attention" />
        )}
      </Page>
    );
  }
  return <TwoVersions key={quoteId} parted={parted} theirs={theirs} />;
}

function TwoVersions({
  parted: { row, mine },
  theirs,
}: {
  readonly parted: PartedQuote;
  readonly theirs: Quote | null;
}) {
  const { t } = useTranslation('conflicts');
  return (
    <Page
      title={
        <Crumb to={`/quotes/${mine.id}`} list={mine.number}>
          {t('title')}
        </Crumb>
      }
    >
      <div className={classes['screen']}>
        {row.open === 1 ? (
          <>
            <Lead mine={mine} theirs={theirs} />
            <h2 className={classes['heading']}>{t('quote.decide')}</h2>
            <QuoteDecisions theirs={theirs} mine={mine} />
          </>
        ) : (
          <Done editIds={row.editIds} quoteId={mine.id} />
        )}
        {theirs && (
          <>
            <h2 className={classes['heading']}>{t('quote.both')}</h2>
            <QuoteSides theirs={theirs} mine={mine} />
          </>
        )}
      </div>
    </Page>
  );
}

/** What happened, what is safe, and how old the other side is. */
function Lead({ mine, theirs }: { readonly mine: Quote; readonly theirs: Quote | null }) {
  const { t } = useTranslation(['conflicts', 'records']);
  const formats = useFormats();
  const personName = useNames('person');
  const { online, lastSuccessAt } = useSyncStatus();
  const state = theirs && t(`records:quoteState.${theirs.state}`);
  return (
    <>
      <p className={classes['lead']}>
        <strong>{t('quote.lead')}</strong>{' '}
        {theirs
          ? t('quote.when', {
              owner: personName(theirs.ownerId) ?? t('somebody'),
              theirs: formats.instant(theirs.updatedAt),
              mine: formats.instant(mine.updatedAt),
            })
          : t('quote.whenMine', { mine: formats.instant(mine.updatedAt) })}
      </p>
      {theirs === null && (
        <ErrorNotice tone="calm" title={t('quote.gone.title')} what={t('quote.gone.text')} />
      )}
      {theirs && !isEditable(theirs.state) && (
        <ErrorNotice
          tone="calm"
          title={t('quote.fixed.title', { state })}
          what={t('quote.fixed.text')}
          todo={t('quote.fixed.todo')}
        />
      )}
      {online === false && lastSuccessAt !== null && (
        <p className={classes['quiet']}>{t('quote.offline', { when: formats.instant(lastSuccessAt) })}</p>
      )}
    </>
  );
}

/** Settled, here or in another window; the version that was not taken stays readable below. */
function Done({ editIds, quoteId }: { readonly editIds: readonly string[]; readonly quoteId: string }) {
  const { t } = useTranslation(['conflicts', 'attention']);
  const formats = useFormats();
  const attention = useAttention();
  const resolution = attention?.find(
    ({ editId, open }) => open === 0 && editIds.includes(editId),
  )?.resolution;
  return (
    <output className={classes['done']}>
      <IconCheck size={18} stroke={1.8} aria-hidden />
      <span>
        <strong>{t('settled')}</strong>{' '}
        {resolution && `${t(`attention:resolved.${resolution.how}`)}, ${formats.instant(resolution.at)}.`}{' '}
        {t('quote.doneText')}
      </span>
      <Button component={Link} to={`/quotes/${quoteId}`} variant="default">
        {t('quote.open')}
      </Button>
    </output>
  );
}
