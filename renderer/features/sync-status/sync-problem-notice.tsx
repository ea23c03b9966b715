import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../client/client-context';
import { useSessionActions } from '../../client/session-actions';
import type { SyncProblem } from '../../sync/sync-controller';
import { ErrorNotice } from '../../ui/error-notice';
import classes from './sync.module.css';

/** Why the last try did not work, in a rep's words, and what to do about it. */
export function SyncProblemNotice({ problem }: { readonly problem: SyncProblem }) {
  const { t } = useTranslation('sync');
  const { sync } = useClient();
  const { signInAgain } = useSessionActions();
  const details =
    'status' in problem
      ? String(problem.status)
      : 'message' in problem
        ? problem.message
        : 'snapshot' in problem
          ? problem.snapshot
          : '';
  const helpsToRetry = problem.type !== 'session-expired' && !problem.type.startsWith('protocol');
  return (
    <div className={classes['notice']}>
      <ErrorNotice
        title={t(`problem.${problem.type}.title`)}
        what={t(`problem.${problem.type}.what`, { details })}
        tone={problem.type === 'offline' ? 'calm' : 'bad'}
        safe={t('problem.safe')}
        todo={t(`problem.${problem.type}.todo`)}
        onRetry={helpsToRetry ? () => void sync.syncNow() : undefined}
      />
      {problem.type === 'session-expired' && <Button onClick={signInAgain}>{t('signInAgain')}</Button>}
    </div>
  );
}
