import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/lib/assert-never';
import { replaceDatabase } from '../db/open-database';
import { toOpenError, type OpenError } from '../db/storage-error';
import { ErrorNotice } from '../ui/error-notice';
import classes from './open-failure.module.css';

interface OpenFailureProps {
  readonly userId: string;
  readonly error: OpenError;
  readonly onRetry: () => void;
}

/** The person's data on this device does not open: what happened, what is safe, what to do. */
export function OpenFailure({ userId, error, onRetry }: OpenFailureProps) {
  return (
    <main className={classes['screen']}>
      <Reason userId={userId} error={error} onRetry={onRetry} />
    </main>
  );
}

function Reason({ userId, error, onRetry }: OpenFailureProps) {
  const { t } = useTranslation('storage');
  switch (error.type) {
    case 'disk-full':
      return (
        <ErrorNotice
          title={t('full.title')}
          what={t('full.what')}
          safe={t('full.safe')}
          todo={t('full.todo')}
          onRetry={onRetry}
        />
      );
    case 'store-too-new':
      return (
        <ErrorNotice
          title={t('tooNew.title')}
          what={t('tooNew.what')}
          safe={t('tooNew.safe')}
          todo={t('tooNew.todo')}
          onRetry={() => window.location.reload()}
        />
      );
    case 'storage-failed':
    case 'store-damaged':
      return <Damaged userId={userId} message={error.message} onRetry={onRetry} />;
    default:
      return assertNever(error);
  }
}

interface DamagedProps {
  readonly userId: string;
  readonly message: string;
  readonly onRetry: () => void;
}

function Damaged({ userId, message, onRetry }: DamagedProps) {
  const { t } = useTranslation('storage');
  const [failed, setFailed] = useState<string | null>(null);
  const rebuild = async (): Promise<void> => {
    try {
      await replaceDatabase(userId);
      onRetry();
    } catch (thrown) {
      const error = toOpenError(thrown);
      setFailed('message' in error ? error.message : error.type);
    }
  };
  return (
    <>
      <ErrorNotice
        title={t('damaged.title')}
        what={t('damaged.what', { message })}
        safe={t('damaged.safe')}
        todo={t('damaged.todo')}
        onRetry={onRetry}
      />
      <div className={classes['rebuild']}>
        <p>{t('damaged.rebuildText')}</p>
        <Button variant="default" onClick={() => void rebuild()}>
          {t('damaged.rebuild')}
        </Button>
        {failed !== null && <p role="alert">{t('damaged.failed', { message: failed })}</p>}
      </div>
    </>
  );
}
