import { CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './composer.module.css';
import type { Attach } from './use-attach';

/** Why files were not attached. The others were. */
export function AttachProblems({ attaching: { problems, dismiss } }: { readonly attaching: Attach }) {
  const { t } = useTranslation('conversation');
  if (problems.length === 0) return null;
  return (
    <div role="alert" className={classes['problemBox']}>
      <ul className={classes['problems']}>
        {problems.map(({ name, why }) => (
          <li key={`${name} ${why}`}>{t(`attachProblem.${why}`, { name })}</li>
        ))}
      </ul>
      <CloseButton size="sm" aria-label={t('dismiss')} onClick={dismiss} />
    </div>
  );
}
