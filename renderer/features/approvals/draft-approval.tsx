import { Button, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { approvalSteps } from '#shared/domain/approval/approval-steps';
import { useClient } from '../../client/client-context';
import { useSyncStatus } from '../../client/hooks';
import { ReasonsList } from '../../records/approval/reasons-list';
import { useApproverNames } from '../../records/approval/use-approver-names';
import { useSave } from '../../records/use-save';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { useRemembered } from '../../ui/use-remembered';
import classes from './approvals.module.css';
import { BlockedNotice } from './blocked-notice';
import { approveQuote, messageDraft, requestApproval } from './commands';
import { DelegatedOffer, isWhole, useCover } from './delegated-offer';
import { approvalNeeds, type ApprovalNeeds } from './needs';
import type { PricedFile } from './queries';

/** A draft's way out: at once when it is inside policy, on the rep's delegated authority, or by asking. */
export function DraftApproval({ file }: { readonly file: PricedFile }) {
  const { t } = useTranslation('approvals');
  const needs = approvalNeeds(file);
  const cover = useCover(file, needs);
  if (!needs.hasLines || needs.unpriced.length > 0) return <NotReady file={file} needs={needs} />;
  if (needs.blocked.length > 0) return <BlockedNotice file={file} blocked={needs.blocked} />;
  if (needs.reasons.length === 0) return <InsidePolicy file={file} />;
  return (
    <>
      <Section title={t('reasons.title')} count={needs.reasons.length}>
        <DraftReasons file={file} needs={needs} />
      </Section>
      {cover && <DelegatedOffer file={file} cover={cover} />}
      <AskForApproval file={file} needs={needs} another={cover !== null && isWhole(cover)} />
    </>
  );
}

function DraftReasons({ file, needs }: { readonly file: PricedFile; readonly needs: ApprovalNeeds }) {
  const approverName = useApproverNames();
  return (
    <ReasonsList
      reasons={needs.reasons}
      quote={file.quote}
      currency={file.quote.currency}
      rules={file.input.book.header.policy.approvalRules}
      approverName={approverName}
      linked
    />
  );
}

function NotReady({ file, needs }: { readonly file: PricedFile; readonly needs: ApprovalNeeds }) {
  const { t } = useTranslation('approvals');
  return (
    <div className={classes['notice']}>
      <ErrorNotice
        tone="calm"
        title={t('notReady.title')}
        what={needs.hasLines ? t('notReady.unpriced', { count: needs.unpriced.length }) : t('notReady.empty')}
        todo={<Link to={`/quotes/${file.quote.id}`}>{t('toQuote')}</Link>}
      />
    </div>
  );
}

function InsidePolicy({ file }: { readonly file: PricedFile }) {
  const { t } = useTranslation('approvals');
  const { session } = useClient();
  const save = useSave();
  const { busy, run } = useOneAtATime();
  const approve = () => approveQuote(save, file, session.name, []);
  return (
    <Section title={t('inside.title')}>
      <p className={classes['text']}>{t('inside.text')}</p>
      <div className={classes['actions']}>
        <Button loading={busy} onClick={() => void run(approve)}>
          {t('inside.approve')}
        </Button>
      </div>
    </Section>
  );
}

function AskForApproval({
  file,
  needs,
  another,
}: {
  readonly file: PricedFile;
  readonly needs: ApprovalNeeds;
  /** There is a quicker way out, so that this one steps back. */
  readonly another: boolean;
}) {
  const { t } = useTranslation('approvals');
  const save = useSave();
  const { online } = useSyncStatus();
  const approverName = useApproverNames();
  const [message, setMessage] = useRemembered(messageDraft(file.quote), '');
  const { busy, run } = useOneAtATime();
  const ask = async (): Promise<void> => {
    if ((await requestApproval(save, file, needs.reasons, message)) !== null) setMessage('');
  };
  return (
    <Section title={t('ask.title')}>
      <ol className={classes['steps']} aria-label={t('ask.order')}>
        {approvalSteps(needs.reasons).map(({ approver }) => (
          <li key={approver}>{approverName(approver)}</li>
        ))}
      </ol>
      <Textarea
        className={classes['message'] ?? ''}
        inert={busy}
        mt="md"
        label={t('ask.message')}
        description={t('ask.messageHint')}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={10_000}
        value={message}
        onChange={(event) => setMessage(event.currentTarget.value)}
      />
      <div className={classes['actions']}>
        <Button variant={another ? 'default' : 'filled'} loading={busy} onClick={() => void run(ask)}>
          {t('ask.send')}
        </Button>
        {online === false && <span className={classes['hint']}>{t('ask.offline')}</span>}
      </div>
    </Section>
  );
}
