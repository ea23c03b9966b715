import { Button } from '@mantine/core';
import { IconFileDollar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Approval } from '#shared/domain/approval/approval';
import { revisionId } from '#shared/domain/quote/quote-revision';
import type { Quote } from '#shared/domain/quote/quote';
import { useClient } from '../../client/client-context';
import { useCustomerView } from '../../client/customer-view';
import { useRecord, useRecordState } from '../../client/hooks';
import { ApprovalFigures } from '../../records/approval/approval-figures';
import { ApprovalLines } from '../../records/approval/approval-lines';
import { ApprovalStateBadge } from '../../records/approval/approval-state-badge';
import { CounterForm } from '../../records/approval/counter-form';
import { DecisionForm, type DecisionMode } from '../../records/approval/decision-form';
import { DecisionTimeline } from '../../records/approval/decision-timeline';
import { ReasonsList } from '../../records/approval/reasons-list';
import { useApproverNames } from '../../records/approval/use-approver-names';
import { useCounterDraft } from '../../records/approval/use-counter-draft';
import { waitsFor } from '../../records/approval/waiting-approvals';
import { useNames } from '../../records/use-names';
import { useSave } from '../../records/use-save';
import { Crumb } from '../../ui/crumb';
import { ErrorNotice } from '../../ui/error-notice';
import { FieldGroup, ReadOnlyRow } from '../../ui/field-row';
import { HiddenFromCustomers } from '../../ui/hidden-from-customers';
import { Page } from '../../ui/page';
import { RecordMissing } from '../../ui/record-missing';
import { Section } from '../../ui/section';
import { SyncMark } from '../../ui/sync-mark';
import classes from './approvals.module.css';
import { decideApproval, figuresOf } from './commands';
import { PreviousRevision } from './previous-revision';
import { usePricedFile } from './queries';

/** `/approvals/:approvalId`: everything an approver wants to know about one request, and the decision. */
export function ApprovalPage() {
  const { t } = useTranslation('approvals');
  const { approvalId = '' } = useParams();
  const approval = useRecord('approval', approvalId);
  const latest = useRecord('quote', approval?.quoteId);
  const asked = useRecord('quoteRevision', revisionAsked(approval, latest));
  // What was decided about stays readable after the quote went on to another revision.
  const quote = asked?.quote ?? (asked === undefined ? undefined : latest);
  const customerView = useCustomerView();
  if (customerView.on) {
    return (
      <Page title={t('title')}>
        <HiddenFromCustomers onLeave={customerView.toggle} />
      </Page>
    );
  }
  if (approval === undefined || quote === undefined) return null;
  if (approval === null || quote === null) {
    return (
      <Page title={t('title')}>
        <RecordMissing list="/approvals" />
      </Page>
    );
  }
  return <ApprovalRecord key={approvalId} approval={approval} quote={quote} />;
}

/** The kept revision that a request is about; null while it is the quote itself. */
const revisionAsked = (
  approval: Approval | null | undefined,
  quote: Quote | null | undefined,
): string | null | undefined => {
  if (approval === undefined || quote === undefined) return undefined;
  return approval && quote && approval.state !== 'pending' && approval.quoteRevision < quote.revision
    ? revisionId(quote.id, approval.quoteRevision)
    : null;
};

function ApprovalRecord({ approval, quote }: { readonly approval: Approval; readonly quote: Quote }) {
  const { t } = useTranslation('approvals');
  const { session } = useClient();
  const save = useSave();
  const file = usePricedFile(quote);
  const sync = useRecordState('approval', approval.id);
  const approverName = useApproverNames();
  const personName = useNames('person');
  const accountName = useNames('account');
  const [mode, setMode] = useState<DecisionMode>('look');
  const draft = useCounterDraft(quote, approval.id);
  const ready = file.status === 'ready' ? file : null;
  const mine = waitsFor(session, approval);
  const changed = approval.state === 'pending' && isOther(approval, quote, ready?.contentHash ?? null);
  // Not priced here says nothing.
  const isAsAsked = changed || ready === null || ready.contentHash === approval.contentHash;
  const countering = mine && !changed && mode === 'counter';
  const after = countering && ready ? ready.priceAs(draft.after) : null;
  return (
    <Page
      title={
        <Crumb to="/approvals" list={t('title')}>
          {approval.quoteNumber}
        </Crumb>
      }
      actions={
        <>
          <ApprovalStateBadge state={approval.state} />
          <SyncMark state={sync} compact={sync === 'accepted'} />
          <Button
            component={Link}
            to={`/quotes/${quote.id}`}
            variant="default"
            leftSection={<IconFileDollar size={15} stroke={1.8} aria-hidden />}
          >
            {t('toQuote')}
          </Button>
        </>
      }
      aside={
        <>
          {mine && !changed && (
            <FieldGroup title={t('decide.title')}>
              <DecisionForm
                draftKey={approval.id}
                mode={mode}
                onMode={setMode}
                counter={draft}
                onDecide={async (decision) => {
                  const stored = await decideApproval(save, approval, session.name, decision);
                  if (stored) draft.clear();
                  return stored;
                }}
              />
            </FieldGroup>
          )}
          <FieldGroup title={t('details')}>
            <ReadOnlyRow label={t('column.customer')}>
              {accountName(approval.accountId ?? '') ?? '\u2014'}
            </ReadOnlyRow>
            <ReadOnlyRow label={t('column.owner')}>{personName(approval.ownerId) ?? '\u2014'}</ReadOnlyRow>
            <ReadOnlyRow label={t('revision')}>{approval.quoteRevision}</ReadOnlyRow>
          </FieldGroup>
          <FieldGroup title={t('figures.title')}>
            <ApprovalFigures
              figures={approval.figures}
              after={after ? figuresOf(after) : undefined}
              currency={approval.currency}
            />
          </FieldGroup>
          <FieldGroup title={t('timeline.title')}>
            <DecisionTimeline
              approval={approval}
              askedBy={personName(approval.ownerId) ?? ''}
              approverName={approverName}
            />
          </FieldGroup>
        </>
      }
    >
      {changed && (
        <div className={classes['notice']}>
          <ErrorNotice
            tone="calm"
            title={t('changed.title')}
            what={t('changed.what')}
            todo={t('changed.todo')}
          />
        </div>
      )}
      {approval.ownerId === session.userId && approval.state === 'pending' && (
        <div className={classes['notice']}>
          <ErrorNotice tone="calm" title={t('own.title')} what={t('own.what')} />
        </div>
      )}
      {approval.message !== '' && (
        <Section title={t('message')}>
          <p className={classes['quoted']}>{approval.message}</p>
        </Section>
      )}
      <Section title={t('reasons.title')} count={approval.reasons.length}>
        <ReasonsList
          reasons={approval.reasons}
          quote={quote}
          currency={approval.currency}
          rules={ready?.input.book.header.policy.approvalRules ?? []}
          approverName={approverName}
          linked
        />
      </Section>
      <Section title={countering ? t('counter.title') : t(isAsAsked ? 'lines.title' : 'lines.since')}>
        {!isAsAsked && <p className={classes['text']}>{t('lines.sinceWhat')}</p>}
        {countering ? (
          <CounterForm quote={quote} reasons={approval.reasons} draft={draft} pricedAfter={after} />
        ) : (
          <ApprovalLines quote={quote} priced={ready?.priced ?? null} reasons={approval.reasons} />
        )}
      </Section>
      <PreviousRevision quote={quote} revision={approval.quoteRevision} file={file} />
    </Page>
  );
}

/** PR-61: whether the quote is, on this device, another than was asked about. Not priced here says nothing. */
const isOther = (approval: Approval, quote: Quote, contentHash: string | null): boolean =>
  quote.state !== 'in-approval' ||
  quote.revision !== approval.quoteRevision ||
  (contentHash !== null && contentHash !== approval.contentHash);
