import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Approver } from '#shared/domain/pricing/condition';
import { ApprovalFigures } from '../../../records/approval/approval-figures';
import { ApprovalLines } from '../../../records/approval/approval-lines';
import { ApprovalStateBadge } from '../../../records/approval/approval-state-badge';
import { CounterForm } from '../../../records/approval/counter-form';
import { DecisionForm, type DecisionMode } from '../../../records/approval/decision-form';
import { DecisionTimeline } from '../../../records/approval/decision-timeline';
import { ReasonsList } from '../../../records/approval/reasons-list';
import { useCounterDraft, type CounterDraft } from '../../../records/approval/use-counter-draft';
import { Crumb } from '../../../ui/crumb';
import { ErrorNotice } from '../../../ui/error-notice';
import { FieldGroup, ReadOnlyRow } from '../../../ui/field-row';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { DeskNotice, DeskRecord } from '../desk-record';
import { LineExplanation } from '../line-explanation';
import type { Polled } from '../queries';
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
  const { t } = useTranslation('vendor-desk');
  const polled = useDeskRecord(requestDeskApproval, approvalId);
  return (
    <DeskRecord title={t('tabs.approvals')} polled={polled}>
      {(file) => <ReadApproval file={file} polled={polled} />}
    </DeskRecord>
  );
}

interface ReadApprovalProps {
  readonly file: DeskApproval;
  readonly polled: Polled<DeskApproval>;
}

/** A quote that is gone has nothing to offer other discounts for. */
const noQuote = { items: [], discountPercent: '0' };

function ReadApproval({ file, polled }: ReadApprovalProps) {
  const { t } = useTranslation(['vendor-desk', 'approvals']);
  const [mode, setMode] = useState<DecisionMode>('look');
  const { approval, quote, priced, isWaiting } = file;
  const draft = useCounterDraft(quote ?? noQuote, approval.id);
  const approverName = (approver: Approver) => t(`approvals.approver.${approver}`);
  const countering = isWaiting && mode === 'counter';
  return (
    <Page
      title={
        <Crumb to="/vendor-desk/approvals" list={t('tabs.approvals')}>
          {approval.quoteNumber}
        </Crumb>
      }
      actions={<ApprovalStateBadge state={approval.state} />}
      aside={
        <>
          {isWaiting && quote && (
            <Decide file={file} mode={mode} onMode={setMode} draft={draft} refresh={polled.refresh} />
          )}
          <Aside file={file} approverName={approverName} />
        </>
      }
    >
      <DeskNotice polled={polled} />
      {!file.isUnchanged && isWaiting && (
        <div className={classes['notice']}>
          <ErrorNotice tone="calm" title={t('approvals:changed.title')} what={t('approvals.changed')} />
        </div>
      )}
      {approval.message !== '' && (
        <Section title={t('approvals:message')}>
          <p className={classes['words']}>{approval.message}</p>
        </Section>
      )}
      <Section title={t('approvals:reasons.title')} count={approval.reasons.length}>
        <ReasonsList
          reasons={approval.reasons}
          quote={quote}
          currency={approval.currency}
          rules={[]}
          approverName={approverName}
        />
      </Section>
      {quote && (
        <Section title={countering ? t('approvals:counter.title') : t('approvals:lines.title')}>
          {countering ? (
            <CounterForm quote={quote} reasons={approval.reasons} draft={draft} pricedAfter={null} />
          ) : (
            <ApprovalLines quote={quote} priced={priced} reasons={approval.reasons} />
          )}
        </Section>
      )}
      {quote && priced && (
        <LineExplanation
          quote={quote}
          priced={priced}
          first={approval.reasons.flatMap(({ lineIds }) => lineIds)[0]}
        />
      )}
    </Page>
  );
}

interface DecideProps {
  readonly file: DeskApproval;
  readonly mode: DecisionMode;
  readonly onMode: (mode: DecisionMode) => void;
  readonly draft: CounterDraft;
  readonly refresh: () => Promise<void>;
}

function Decide({ file: { approval }, mode, onMode, draft, refresh }: DecideProps) {
  const { t } = useTranslation(['vendor-desk', 'approvals']);
  const tell = useToldDecision();
  const what = approval.quoteNumber;
  return (
    <FieldGroup title={t('approvals:decide.title')}>
      <DecisionForm
        draftKey={approval.id}
        mode={mode}
        onMode={onMode}
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
    </FieldGroup>
  );
}

function Aside({
  file,
  approverName,
}: {
  readonly file: DeskApproval;
  readonly approverName: (approver: Approver) => string;
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
