import { Button, Progress } from '@mantine/core';
import { IconBooks } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../client/client-context';
import { useSyncStatus } from '../../client/hooks';
import { EmptyState } from '../../ui/empty-state';
import classes from './catalog.module.css';

/** Before the first price book is on the device: how far the download is, or how to start it. */
export function NoBooks() {
  const { t } = useTranslation('catalog');
  const { sync } = useClient();
  const { phase, progress } = useSyncStatus();
  const busy = phase !== 'idle';
  return (
    <EmptyState
      icon={IconBooks}
      title={busy ? t('noBooks.coming') : t('noBooks.title')}
      text={busy ? t('noBooks.comingText') : t('noBooks.text')}
      action={
        busy ? (
          <Progress
            className={classes['progress'] ?? ''}
            value={progress && progress.total > 0 ? (100 * progress.done) / progress.total : 100}
            animated={!progress}
            aria-label={t('noBooks.coming')}
          />
        ) : (
          <Button onClick={() => void sync.syncNow()}>{t('noBooks.syncNow')}</Button>
        )
      }
    />
  );
}
