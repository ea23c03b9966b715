import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../ui/formats';
import type { SyncStatus } from '../../sync/sync-controller';
import classes from './sync.module.css';

interface SyncProgressProps extends Pick<SyncStatus, 'phase' | 'progress'> {
  readonly onCancel: () => void;
}

/** What is happening now, how far it is, and the way to stop it: what has arrived by then stays. */
export function SyncProgress({ phase, progress, onCancel }: SyncProgressProps) {
  const { t } = useTranslation('sync');
  const formats = useFormats();
  if (phase === 'idle') return null;
  const { done, total } = progress?.bytes ?? progress ?? { done: 0, total: 0 };
  const share = total > 0 ? (100 * done) / total : null;
  const megabytes = (bytes: number): string => formats.number(bytes / 1_000_000, 1);
  return (
    <div className={classes['progress']}>
      <p>
        <span>{t(`phase.${phase}`)}</span>
        {progress && (
          <span className="tabular">
            {t('progress', { done: formats.number(progress.done), total: formats.number(progress.total) })}
            {progress.bytes &&
              ` · ${t('progressBytes', { done: megabytes(progress.bytes.done), total: megabytes(progress.bytes.total) })}`}
          </span>
        )}
      </p>
      <div>
        <Progress value={share ?? 100} animated={share === null} aria-label={t(`phase.${phase}`)} />
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}
