import { notifications } from '@mantine/notifications';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '#shared/lib/result';
import type { DeskProblem } from './desk-request';

/** Does one thing at the server at a time; a failure is said, with what is safe. Resolves to undefined then, and when something is under way. */
export function useDeskAction(): {
  readonly busy: boolean;
  readonly run: <T>(request: () => Promise<Result<T, DeskProblem>>) => Promise<T | undefined>;
} {
  const { t } = useTranslation('vendor-admin');
  const [busy, setBusy] = useState(false);
  const underWay = useRef(false);
  return {
    busy,
    run: async (request) => {
      if (underWay.current) return undefined;
      underWay.current = true;
      setBusy(true);
      const answer = await request();
      underWay.current = false;
      setBusy(false);
      if (answer.ok) return answer.value;
      const { error } = answer;
      const why = error.type === 'refused' ? error.why : error.type;
      notifications.show({
        color: 'red',
        withBorder: true,
        autoClose: false,
        title: t('problem.title'),
        message:
          why === 'offline'
            ? t('problem.offline')
            : why === 'conflict'
              ? t('problem.conflict')
              : why === 'bad-request'
                ? t('problem.badRequest')
                : why === 'forbidden'
                  ? t('problem.forbidden')
                  : t('problem.other'),
      });
      return undefined;
    },
  };
}
