import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArgsOf, MutationName } from '#shared/mutations/registry';
import { useClient } from '../client/client-context';
import type { MutateError } from '../db/mutate';

const textOf = (error: MutateError) => {
  switch (error.type) {
    case 'disk-full':
      return 'refused.diskFull';
    case 'storage-failed':
      return 'refused.storage';
    case 'read-only':
      return 'refused.readOnly';
    case 'not-allowed':
      return 'refused.notAllowed';
    case 'not-found':
      return 'refused.gone';
    default:
      return 'refused.other';
  }
};

export type Save = <N extends MutationName>(name: N, args: ArgsOf<N>) => Promise<boolean>;

/** Runs a mutation on this device. When it could not be stored it says why, what is safe and what to do, and resolves to false. */
export function useSave(): Save {
  const client = useClient();
  const { t } = useTranslation('forms');
  return useCallback(
    async (name, args) => {
      const result = await client.mutate(name, args);
      if (!result.ok) {
        notifications.show({
          color: 'red',
          withBorder: true,
          autoClose: false,
          title: t('refused.title'),
          message: `${t(textOf(result.error))} ${t('refused.kept')}`,
        });
      }
      return result.ok;
    },
    [client, t],
  );
}
