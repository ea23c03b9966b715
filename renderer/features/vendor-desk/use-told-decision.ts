import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '#shared/lib/result';
import type { DeskProblem } from './desk-request';

/** Says what became of a decision; resolves to whether the server has it. `what` names what was decided about. */
export function useToldDecision(): <T>(
  what: string,
  answer: Promise<Result<T, DeskProblem>>,
  done: (value: T) => string,
) => Promise<boolean> {
  const { t } = useTranslation('vendor-desk');
  return useCallback(
    async (what, answer, done) => {
      const result = await answer;
      if (result.ok) {
        notifications.show({ withBorder: true, message: done(result.value) });
        return true;
      }
      const { error } = result;
      const known = ['conflict', 'not-found', 'not-signed-in', 'forbidden'] as const;
      const why = error.type === 'refused' ? known.find((each) => each === error.why) : undefined;
      notifications.show({
        color: 'red',
        withBorder: true,
        autoClose: false,
        title: error.type === 'offline' ? t('offline.noAnswer') : t('problem.title'),
        message:
          error.type === 'offline'
            ? t('decision.noAnswer', { what })
            : why === 'conflict' || why === 'not-found'
              ? t(`decision.${why}`, { what })
              : t(`problem.${why ?? 'other'}`),
      });
      return false;
    },
    [t],
  );
}
