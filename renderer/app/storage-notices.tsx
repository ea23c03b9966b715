import { CloseButton } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useClient } from '../client/client-context';
import { useReopen } from '../client/reopen';
import { ErrorNotice } from '../ui/error-notice';
import classes from './storage-notices.module.css';

/** SY-2: what people must know of their work on this device, above every screen until it is over or they dismiss it. */
export function StorageNotices() {
  return (
    <div className={classes['notices']}>
      <ReadOnlyNotice />
      <RecoveryNotice />
    </div>
  );
}

function ReadOnlyNotice() {
  const { t } = useTranslation('storage');
  const { storage } = useClient();
  const reopen = useReopen();
  const readOnly = useStore(storage, (state) => state.readOnly);
  if (!readOnly) return null;
  return (
    <ErrorNotice
      title={t('readOnly.title')}
      what={
        readOnly.type === 'low-space'
          ? t('readOnly.lowSpace')
          : t('readOnly.journal', { message: readOnly.message })
      }
      safe={t('readOnly.safe')}
      todo={readOnly.type === 'low-space' ? t('readOnly.freeSpace') : t('readOnly.askForHelp')}
      onRetry={reopen}
    />
  );
}

function RecoveryNotice() {
  const { t } = useTranslation('storage');
  const { db, storage } = useClient();
  const readOnly = useStore(storage, (state) => state.readOnly);
  const row = useLiveQuery(() => db.meta.get('recovery'), [db]);
  const recovery =
    row && typeof row.value === 'object' && row.value && 'restored' in row.value ? row.value : null;
  if (!recovery || readOnly) return null;
  const { restored: count, storeLost, damagedBytes } = recovery;
  const damaged = damagedBytes > 0 ? t('recovery.damaged', { count: damagedBytes }) : null;
  const restored =
    count === 0 ? null : storeLost ? t('recovery.lost', { count }) : t('recovery.forgot', { count });
  return (
    <output className={classes['dismissible']}>
      <ErrorNotice
        tone="calm"
        title={
          storeLost ? t('recovery.titleLost') : restored ? t('recovery.title') : t('recovery.titleDamaged')
        }
        what={restored ?? damaged}
        safe={restored && damaged}
      />
      <CloseButton
        className={classes['close'] ?? ''}
        aria-label={t('recovery.dismiss')}
        onClick={() => void db.meta.delete('recovery')}
      />
    </output>
  );
}
