import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../../client/client-context';

/** The device's next quote number; null, after saying why, when it could not be stored. */
export function useNewQuoteNumber(): () => Promise<string | null> {
  const client = useClient();
  const { t } = useTranslation('quotes');
  return useCallback(async () => {
    const number = await client.nextQuoteNumber();
    if (number.ok) return number.value;
    notifications.show({
      color: 'red',
      withBorder: true,
      autoClose: false,
      title: t('failure.title'),
      message: t(`failure.${number.error.type}`),
    });
    return null;
  }, [client, t]);
}
