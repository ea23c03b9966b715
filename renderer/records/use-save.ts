import { notifications } from '@mantine/notifications';
import { useCallback, useRef } from 'react';
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

interface UnderWay {
  readonly name: MutationName;
  readonly args: unknown;
  readonly stored: Promise<boolean>;
}

/**
 * Runs a mutation on this device. When it could not be stored it says why, what is safe and what to do, and resolves to false. Asked for the very
 * same while that is being stored, as a double click does, it stores it once.
 */
export function useSave(): Save {
  const client = useClient();
  const { t } = useTranslation('forms');
  const last = useRef<UnderWay | null>(null);
  return useCallback(
    async (name, args) => {
      const before = last.current;
      if (before?.name === name && JSON.stringify(before.args) === JSON.stringify(args)) return before.stored;
      const run = async (): Promise<boolean> => {
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
      };
      const underWay: UnderWay = { name, args, stored: run() };
      last.current = underWay;
      try {
        return await underWay.stored;
      } finally {
        if (last.current === underWay) last.current = null;
      }
    },
    [client, t],
  );
}
