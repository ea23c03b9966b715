import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity } from '#shared/domain/deal/activity';
import { baseOf } from '#shared/domain/deal/merge-fields';
import { newId } from '#shared/lib/ids';
import { useUndo } from '../../ui/use-undo';
import { useSave } from '../use-save';
import type { ActivityFields } from './activity-draft';

export interface ActivityCommands {
  /** Each resolves to false when it could not be stored; the person has been told. */
  readonly log: (about: Activity['about'], fields: ActivityFields) => Promise<boolean>;
  /** `seen` is the activity as it was when the person began (SY-14). */
  readonly edit: (seen: Activity, changes: Partial<ActivityFields>) => Promise<boolean>;
  readonly complete: (activity: Activity, done: boolean) => Promise<boolean>;
  readonly remove: (activity: Activity) => Promise<boolean>;
}

/** What can be done with activities. Every change works offline and can be undone. */
export function useActivityCommands(): ActivityCommands {
  const { t } = useTranslation('activities');
  const save = useSave();
  const undoable = useUndo();
  return useMemo(() => {
    const write = (seen: Activity, changes: Partial<ActivityFields>) =>
      save('editActivity', {
        id: seen.id,
        changes,
        base: baseOf<Partial<ActivityFields>>('activity', seen, changes),
        conflictId: newId(),
      });
    const log = (
      id: string,
      { about, kind, subject, text, at, dueOn }: Pick<Activity, 'about'> & ActivityFields,
    ) => save('logActivity', { id, about, kind, subject, text, at, dueOn });
    const setDone = ({ id }: Activity, done: boolean) => save('completeActivity', { id, done });
    return {
      log: (about, fields) => log(newId(), { about, ...fields }),
      edit: async (seen, changes) => {
        if (Object.keys(changes).length === 0) return true;
        const before = Object.fromEntries(
          Object.keys(changes).map((field) => [field, seen[field as keyof ActivityFields]]),
        );
        return undoable(write(seen, changes), {
          text: t('saved', { subject: changes.subject ?? seen.subject }),
          undo: () => write({ ...seen, ...changes }, before),
        });
      },
      complete: (activity, done) => {
        const { subject } = activity;
        return undoable(setDone(activity, done), {
          text: done ? t('completed', { subject }) : t('reopened', { subject }),
          undo: () => setDone(activity, !done),
        });
      },
      remove: (activity) =>
        undoable(save('removeActivity', { id: activity.id }), {
          text: t('removed', { subject: activity.subject }),
          undo: async () => {
            const again = newId();
            if ((await log(again, activity)) && activity.done)
              await setDone({ ...activity, id: again }, true);
          },
        }),
    };
  }, [save, undoable, t]);
}
