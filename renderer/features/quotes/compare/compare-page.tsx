import { Select, Switch } from '@mantine/core';
import { IconGitCompare } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { Quote } from '#shared/domain/quote/quote';
import { useCustomerView } from '../../../client/customer-view';
import { useRecord } from '../../../client/hooks';
import { compareRevisions } from '../../../records/revisions/compare-revisions';
import { HeaderDifferences } from '../../../records/revisions/header-differences';
import { LineDifferences } from '../../../records/revisions/line-differences';
import { TotalDifferences } from '../../../records/revisions/total-differences';
import { usePricedRevision } from '../../../records/revisions/use-priced-revision';
import { EmptyState } from '../../../ui/empty-state';
import { ErrorNotice } from '../../../ui/error-notice';
import { Page } from '../../../ui/page';
import { RecordMissing } from '../../../ui/record-missing';
import { useRemembered } from '../../../ui/use-remembered';
import classes from './compare.module.css';
import { useRevisions } from './use-revisions';

/** `/quotes/:quoteId/compare?left=1&right=2` */
export function ComparePage() {
  const { t } = useTranslation('quotes');
  const { quoteId = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const [unchanged, setUnchanged] = useRemembered('compare-unchanged', false);
  const { on: customerView } = useCustomerView();
  const current = useRecord('quote', quoteId);
  const revisions = useRevisions(current);
  const find = (side: 'left' | 'right') =>
    revisions?.find(({ revision }) => String(revision) === params.get(side));
  const rightQuote = find('right') ?? revisions?.[0];
  const leftQuote = find('left') ?? revisions?.find(({ revision }) => revision !== rightQuote?.revision);
  const left = usePricedRevision(leftQuote);
  const right = usePricedRevision(rightQuote);
  const found = useMemo(() => (left && right ? compareRevisions(left, right) : null), [left, right]);

  if (current === null) {
    return (
      <Page title={t('title')}>
        <RecordMissing list="/quotes" />
      </Page>
    );
  }
  if (!current || !revisions) return null;
  const title = (
    <span className={classes['title']}>
      <Link to={`/quotes/${quoteId}`}>{current.number}</Link> {t('compare.title')}
    </span>
  );
  if (revisions.length < 2) {
    return (
      <Page title={title}>
        <EmptyState
          icon={IconGitCompare}
          title={t(current.revision === 1 ? 'compare.none.title' : 'compare.gone.title')}
          text={t(current.revision === 1 ? 'compare.none.text' : 'compare.gone.text')}
        />
      </Page>
    );
  }
  const choose = (side: 'left' | 'right', value: string | null) => {
    if (value === null) return;
    const next = new URLSearchParams(params);
    if (leftQuote) next.set('left', String(leftQuote.revision));
    if (rightQuote) next.set('right', String(rightQuote.revision));
    next.set(side, value);
    setParams(next, { replace: true });
  };
  const choices = revisions.map(({ revision }) => ({
    value: String(revision),
    label: t('compare.revision', { count: revision }),
  }));
  const nameOf = (quote: Quote | undefined) => t('compare.revision', { count: quote?.revision ?? 1 });
  const names = { left: nameOf(leftQuote), right: nameOf(rightQuote) };
  const missing = [left, right].find((revision) => revision && !revision.priced);
  return (
    <Page
      title={title}
      toolbar={
        <>
          <Select
            w={170}
            aria-label={t('compare.left')}
            data={choices}
            value={leftQuote ? String(leftQuote.revision) : null}
            allowDeselect={false}
            onChange={(value) => choose('left', value)}
          />
          <span aria-hidden>→</span>
          <Select
            w={170}
            aria-label={t('compare.right')}
            data={choices}
            value={rightQuote ? String(rightQuote.revision) : null}
            allowDeselect={false}
            onChange={(value) => choose('right', value)}
          />
          <Switch
            label={t('compare.unchanged')}
            checked={unchanged}
            onChange={(event) => setUnchanged(event.currentTarget.checked)}
          />
        </>
      }
    >
      <div className={classes['page']}>
        {missing && (
          <ErrorNotice
            title={t('noPrices.title')}
            what={t('noPrices.what', { version: missing.quote.priceBook.version })}
            safe={t('noPrices.safe')}
            todo={t('noPrices.todo')}
          />
        )}
        {found && left && right && (
          <>
            <TotalDifferences left={left} right={right} names={names} customerView={customerView} />
            <HeaderDifferences
              fields={found.header}
              left={left.quote}
              right={right.quote}
              names={names}
              customerView={customerView}
            />
            <LineDifferences
              lines={found.lines}
              left={left.quote}
              right={right.quote}
              names={names}
              unchanged={unchanged}
            />
          </>
        )}
      </div>
    </Page>
  );
}
