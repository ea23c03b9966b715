import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { registerServiceWorker } from './service-worker';

/** Tells, once, that a newer version is ready; it takes over when the person says so, never in the middle of work. */
export function UpdatePrompt() {
  const { t } = useTranslation('app');
  const [update, setUpdate] = useState<(() => void) | null>(null);
  useEffect(() => registerServiceWorker((apply) => setUpdate(() => apply)), []);
  useEffect(() => {
    if (!update) return;
    notifications.show({
      id: 'update',
      autoClose: false,
      title: t('update.title'),
      message: (
        <Button mt={8} onClick={update}>
          {t('update.reload')}
        </Button>
      ),
    });
  }, [update, t]);
  return null;
}
