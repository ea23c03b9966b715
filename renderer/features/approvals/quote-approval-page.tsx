import { Button } from '@mantine/core';
import { IconFileDollar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Approval } from '#shared/domain/approval/approval';
import { isEditable } from '#shared/domain/quote/lifecycle';
import type { Quote } from '#shared/domain/quote/quote';
import { useCustomerView } from '../../client/customer-view';
import { useRecord, useRecordState } from '../../client/hooks';
import { ApprovalBadge } from '../../records/approval-badge';
import { ApprovalFigures } from '../../records/approval/approval-figures';
import { ApprovalStateBadge } from '../../records/approval/approval-state-badge';
import { DecisionTimeline } from '../../records/approval/decision-timeline';
import { ReadingPrices } from '../../records/approval/reading-prices';
import { useApproverNames } from '../../records/approval/use-approver-names';
import { QuoteStateBadge } from '../../records/quote-state-badge';
import { useNames } from '../../records/use-names';
import { Crumb } from '../../ui/crumb';
import { FieldGroup } from '../../ui/field-row';
import { HiddenFromCustomers } from '../../ui/hidden-from-customers';
import { Page } from '../../ui/page';
import { RecordMissing } from '../../ui/record-missing';
import { Section } from '../../ui/section';
import { SyncMark } from '../../ui/sync-mark';
import classes from './approvals.module.css';
import { CounterOfferSection } from './counter-offer-section';
import { DraftApproval } from './draft-approval';
import { LastAnswer } from './last-answer';
import { NoBookNotice } from './no-book-notice';
import { RequestReasons } from './request-reasons';
import { TakenAuthority } from './taken-authority';
import { useApprovalsOf, usePricedFile, type PricedFileState } from './queries';
import { WaitingApproval } from './waiting-approval';
import { figuresOf } from './commands';

/** `/quotes/:quoteId/approval`: whether this quote may go out, and how it gets there. */
export function QuoteApprovalPage() {
  const { t } = useTranslation('approvals');
  const { quoteId = '' } = useParams();
  const quote = useRecord('quote', quoteId);
  const approvals = useApprovalsOf(quoteId);
  const customerView = useCustomerView();
  if (customerView.on) {
    return (
      <Page title={t('title')}>
        <HiddenFromCustomers onLeave={customerView.toggle} />
      </Page>
    );
  }
  if (quote === undefined || !approvals) return null;
  if (quote === null) {
    return (
      <Page title={t('title')}>
        <RecordMissing list="/quotes" />
      </Page>
    );
  }
  return <QuoteApproval key={quoteId} quote={quote} approvals={approvals} />;
}

function QuoteApproval({
  quote,
  approvals,
}: {
  readonly quote: Quote;
  readonly approvals: readonly Approval[];
}) {
  const { t } = useTranslation('approvals');
  const file = usePricedFile(quote);
  const sync = useRecordState('quote', quote.id);
  const [latest] = approvals;
  const waiting =
    quote.state === 'in-approval' ? approvals.find(({ state }) => state === 'pending') : undefined;
  return (
    <Page
      title={
        <Crumb to={`/quotes/${quote.id}`} list={quote.number}>
          {t('ofQuote')}
        </Crumb>
      }
      actions={
        <>
          {quote.approval ? (
            <ApprovalBadge
              approval={quote.approval}
              contentHash={file.status === 'ready' ? file.contentHash : null}
            />
          ) : (
            <QuoteStateBadge state={quote.state} />
          )}
          <SyncMark state={sync} compact={sync === 'accepted'} />
          <Button
            component={Link}
            to={`/quotes/${quote.id}`}
            variant={quote.approval ? 'filled' : 'default'}
            leftSection={<IconFileDollar size={15} stroke={1.8} aria-hidden />}
          >
            {t('toQuote')}
          </Button>
        </>
      }
      aside={<Aside quote={quote} approvals={approvals} file={file} />}
    >
      {isEditable(quote.state) && file.status === 'loading' && <ReadingPrices />}
      {file.status === 'missing' && <NoBookNotice />}
      {isEditable(quote.state) && latest && <LastAnswer approval={latest} />}
      {isEditable(quote.state) && latest?.state === 'countered' && (
        <CounterOfferSection quote={quote} approval={latest} file={file} />
      )}
      {isEditable(quote.state) && file.status === 'ready' && <DraftApproval file={file} />}
      {waiting && <WaitingApproval quote={quote} approval={waiting} file={file} />}
      {quote.approval?.kind === 'decided' && latest?.state === 'approved' && (
        <RequestReasons title={t('approved.reasons')} quote={quote} approval={latest} file={file} />
      )}
      {quote.approval && quote.approval.kind !== 'decided' && (
        <Section title={t('approved.title')}>
          <p className={classes['text']}>{t(`approved.${quote.approval.kind}`)}</p>
          {quote.approval.kind === 'delegated' && <TakenAuthority quote={quote} />}
        </Section>
      )}
    </Page>
  );
}

function Aside({
  quote,
  approvals,
  file,
}: {
  readonly quote: Quote;
  readonly approvals: readonly Approval[];
  readonly file: PricedFileState;
}) {
  const { t } = useTranslation('approvals');
  const nameOf = useNames('person');
  const approverName = useApproverNames();
  return (
    <>
      {file.status === 'ready' && (
        <FieldGroup title={t('figures.title')}>
          <ApprovalFigures figures={figuresOf(file.priced)} currency={quote.currency} />
        </FieldGroup>
      )}
      {approvals.map((approval) => (
        <FieldGroup
          key={approval.id}
          title={
            <span className={classes['requestHead']}>
              {t('request', { revision: approval.quoteRevision })}{' '}
              <ApprovalStateBadge state={approval.state} />
            </span>
          }
        >
          <DecisionTimeline
            approval={approval}
            askedBy={nameOf(approval.ownerId) ?? ''}
            approverName={approverName}
            withMessage={approval.state !== 'pending'}
          />
        </FieldGroup>
      ))}
    </>
  );
}
