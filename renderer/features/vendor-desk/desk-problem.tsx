import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../ui/error-notice';
import { useFormats } from '../../ui/formats';
import type { Polled } from './queries';

/** Why the list could not be read now, and how old what is on screen is. */
export function DeskProblemNotice({ polled }: { readonly polled: Omit<Polled<unknown>, 'value'> }) {
  const { t } = useTranslation('vendor-desk');
  const formats = useFormats();
  const { problem, readAt } = polled;
  if (!problem) return null;
  const stale = readAt === null ? undefined : t('offline.stale', { time: formats.instant(readAt) });
  const retry = () => void polled.refresh();
  if (problem.type === 'offline') {
    return (
      <ErrorNotice
        title={t('offline.title')}
        what={t('offline.what')}
        safe={stale}
        todo={t('offline.todo')}
        onRetry={retry}
      />
    );
  }
  if (problem.type === 'refused' && problem.why === 'not-found') {
    return <ErrorNotice title={t('notFound.title')} what={t('notFound.text')} safe={stale} />;
  }
  const signedOut = problem.type === 'refused' && problem.why === 'not-signed-in';
  const forbidden = problem.type === 'refused' && problem.why === 'forbidden';
  return (
    <ErrorNotice
      title={forbidden ? t('forbidden.title') : t('listProblem.title')}
      what={signedOut ? t('problem.not-signed-in') : forbidden ? t('forbidden.text') : t('problem.other')}
      safe={stale}
      onRetry={retry}
    />
  );
}
