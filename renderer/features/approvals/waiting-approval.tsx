import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Approval } from '#shared/domain/approval/approval';
import { nextApprover } from '#shared/domain/approval/approval-steps';
import type { Quote } from '#shared/domain/quote/quote';
import { useClient } from '../../client/client-context';
import { useRecordState } from '../../client/hooks';
import { useApproverNames } from '../../records/approval/use-approver-names';
import { waitsFor } from '../../records/approval/waiting-approvals';
import { useSave } from '../../records/use-save';
import { useFormats } from '../../ui/formats';
import { Section } from '../../ui/section';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { useRemembered } from '../../ui/use-remembered';
import classes from './approvals.module.css';
import { messageDraft, withdrawApproval } from './commands';
import type { PricedFileState } from './queries';
import { RequestReasons } from './request-reasons';

/** A request under way: whose word is waited for and since when, and how to take it back. */
export function WaitingApproval({
  quote,
  approval,
  file,
}: {
  readonly quote: Quote;
  readonly approval: Approval;
  readonly file: PricedFileState;
}) {
  const { t } = useTranslation('approvals');
  const formats = useFormats();
  const { session } = useClient();
  const save = useSave();
  const sync = useRecordState('approval', approval.id);
  const approverName = useApproverNames();
  const { busy, run } = useOneAtATime();
  const [, setMessage] = useRemembered(messageDraft(quote), '');
  const next = nextApprover(approval);
  const withdraw = async (): Promise<void> => {
    // The words stay with whoever wrote them, for the next request.
    if (await withdrawApproval(save, approval)) setMessage(approval.message);
  };
  return (
    <>
      <Section title={t('waiting.title')}>
        <p className={classes['text']}>
          {next && t('waiting.for', { name: approverName(next), since: formats.ago(approval.requestedAt) })}{' '}
          {sync === 'saved-here' && t('waiting.notSent')}
        </p>
        {approval.message !== '' && <p className={classes['quoted']}>{approval.message}</p>}
        <div className={classes['actions']}>
          {waitsFor(session, approval) && (
            <Button component={Link} to={`/approvals/${approval.id}`}>
              {t('waiting.decide')}
            </Button>
          )}
          <Button variant="default" loading={busy} onClick={() => void run(withdraw)}>
            {t('waiting.withdraw')}
          </Button>
          <span className={classes['hint']}>{t('waiting.withdrawHint')}</span>
        </div>
      </Section>
      <RequestReasons title={t('reasons.title')} quote={quote} approval={approval} file={file} />
    </>
  );
}
