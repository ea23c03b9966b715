import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Quote } from '#shared/domain/quote/quote';
import { ApprovalFigures } from '../../../records/approval/approval-figures';
import { ApprovalLines } from '../../../records/approval/approval-lines';
import { ApprovalStateBadge } from '../../../records/approval/approval-state-badge';
import { CounterForm } from '../../../records/approval/counter-form';
import { DecisionForm, type DecisionMode } from '../../../records/approval/decision-form';
import { DecisionTimeline } from '../../../records/approval/decision-timeline';
import { ReasonsList } from '../../../records/approval/reasons-list';
import { useCounterDraft } from '../../../records/approval/use-counter-draft';
import { Crumb } from '../../../ui/crumb';
import { ErrorNotice } from '../../../ui/error-notice';
import { FieldGroup, ReadOnlyRow } from '../../../ui/field-row';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { DeskProblemNotice } from '../desk-problem';
import { LineExplanation } from '../line-explanation';
import { useDeskRecord } from '../use-desk-record';
import { useToldDecision } from '../use-told-decision';
import classes from '../vendor-desk.module.css';
import { VendorPeopleOnly } from '../vendor-people-only';
import { requestDeskApproval, sendApprovalDecision, type DeskApproval } from './desk-approvals-api';

/** `/vendor-desk/approvals/:approvalId` */
export function DeskApprovalPage() {
  const { approvalId = '' } = useParams();
  return (
    <VendorPeopleOnly>
      <OneApproval key={approvalId} approvalId={approvalId} />
    </VendorPeopleOnly>
  );
}

function OneApproval({ approvalId }: { readonly approvalId: string }) {
  const { t } = useTranslation(['vendor-desk', 'approvals']);
  const polled = useDeskRecord(requestDeskApproval, approvalId);
  const { value: file, problem } = polled;
  const title = (
    <Crumb to="/vendor-desk/approvals" list={t('tabs.approvals')}>
      {file?.approval.quoteNumber ?? ''}
    </Crumb>
  );
  const approverName = (approver: 'manager' | 'channel') => t(`approvals.approver.${approver}`);
  return (
    <Page
      title={title}
      actions={file && <ApprovalStateBadge state={file.approval.state} />}
      aside={file && <Aside file={file} approverName={approverName} />}
    >
      {problem && (
        <div className={classes['notice']}>
          <DeskProblemNotice polled={polled} />
        </div>
      )}
      {file && (
        <>
          {!file.isUnchanged && file.isWaiting && (
            <div className={classes['notice']}>
              <ErrorNotice tone="calm" title={t('approvals:changed.title')} what={t('approvals.changed')} />
            </div>
          )}
          {file.approval.message !== '' && (
            <Section title={t('approvals:message')}>
              <p className={classes['words']}>{file.approval.message}</p>
            </Section>
          )}
          <Section title={t('approvals:reasons.title')} count={file.approval.reasons.length}>
            <ReasonsList
              reasons={file.approval.reasons}
              quote={file.quote}
              currency={file.approval.currency}
              rules={[]}
              approverName={approverName}
            />
          </Section>
          {file.quote && <Decide file={file} quote={file.quote} refresh={polled.refresh} />}
          {file.quote && file.priced && (
            <LineExplanation
              quote={file.quote}
              priced={file.priced}
              first={file.approval.reasons.flatMap(({ lineIds }) => lineIds)[0]}
            />
          )}
        </>
      )}
    </Page>
  );
}

interface DecideProps {
  readonly file: DeskApproval;
  readonly quote: Quote;
  readonly refresh: () => Promise<void>;
}

function Decide({ file, quote, refresh }: DecideProps) {
  const { t } = useTranslation(['vendor-desk', 'approvals']);
  const { approval, isWaiting, priced } = file;
  const [mode, setMode] = useState<DecisionMode>('look');
  const draft = useCounterDraft(quote, approval.id);
  const tell = useToldDecision();
  const what = approval.quoteNumber;
  const countering = isWaiting && mode === 'counter';
  return (
    <>
      <Section title={countering ? t('approvals:counter.title') : t('approvals:lines.title')}>
        {countering ? (
          <CounterForm quote={quote} reasons={approval.reasons} draft={draft} pricedAfter={null} />
        ) : (
          <ApprovalLines quote={quote} priced={priced} reasons={approval.reasons} />
        )}
      </Section>
      {isWaiting && (
        <Section title={t('approvals:decide.title')}>
          <DecisionForm
            draftKey={approval.id}
            mode={mode}
            onMode={setMode}
            counter={draft}
            onDecide={async (decision) => {
              const sent = sendApprovalDecision((path, init) => fetch(path, init), approval.id, decision);
              const done = await tell(what, sent, ({ approval: { state } }) =>
                state === 'voided' ? t('approvals.voided', { what }) : t('approvals.decided', { what }),
              );
              await refresh();
              if (done) draft.clear();
              return done;
            }}
          />
        </Section>
      )}
    </>
  );
}

function Aside({
  file,
  approverName,
}: {
  readonly file: DeskApproval;
  readonly approverName: (approver: 'manager' | 'channel') => string;
}) {
  const { t } = useTranslation(['vendor-desk', 'approvals']);
  const { approval, partnerName, accountName, ownerName } = file;
  return (
    <>
      <FieldGroup title={t('approvals:details')}>
        <ReadOnlyRow label={t('partner')}>{partnerName}</ReadOnlyRow>
        <ReadOnlyRow label={t('customer')}>{accountName || '\u2014'}</ReadOnlyRow>
        <ReadOnlyRow label={t('approvals.owner')}>{ownerName}</ReadOnlyRow>
        <ReadOnlyRow label={t('approvals:revision')}>{approval.quoteRevision}</ReadOnlyRow>
      </FieldGroup>
      <FieldGroup title={t('approvals:figures.title')}>
        <ApprovalFigures figures={approval.figures} currency={approval.currency} />
      </FieldGroup>
      <FieldGroup title={t('approvals:timeline.title')}>
        <DecisionTimeline approval={approval} askedBy={ownerName} approverName={approverName} />
      </FieldGroup>
    </>
  );
}
