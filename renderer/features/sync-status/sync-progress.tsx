import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../ui/formats';
import type { SyncStatus } from '../../sync/sync-controller';
import classes from './sync.module.css';

/** What is happening now and how far it is. */
export function SyncProgress({ phase, progress }: Pick<SyncStatus, 'phase' | 'progress'>) {
  const { t } = useTranslation('sync');
  const formats = useFormats();
  if (phase === 'idle') return null;
  const share = progress && progress.total > 0 ? (100 * progress.done) / progress.total : null;
  return (
    <div className={classes['progress']}>
      <p>
        <span>{t(`phase.${phase}`)}</span>
        {progress && (
          <span className="tabular">
            {t('progress', { done: formats.number(progress.done), total: formats.number(progress.total) })}
          </span>
        )}
      </p>
      <Progress value={share ?? 100} animated={share === null} aria-label={t(`phase.${phase}`)} />
    </div>
  );
}
