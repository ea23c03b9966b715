import { ActionIcon, Checkbox } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity } from '#shared/domain/deal/activity';
import { useRecordState } from '../../client/hooks';
import { useFormats } from '../../ui/formats';
import { SyncMark } from '../../ui/sync-mark';
import { useNames } from '../use-names';
import { useToday } from '../use-today';
import classes from './activities.module.css';
import { draftOf, type ActivityDraft, type ActivityFields } from './activity-draft';
import { ActivityForm } from './activity-form';
import { isToDo } from './activity-order';
import { useActivityCommands } from './commands';

/** One activity, read where it stands and changed where it stands. A task has its tick. */
export function EditableActivity({
  activity,
  dayOf,
}: {
  readonly activity: Activity;
  readonly dayOf: (at: string) => string;
}) {
  const { t } = useTranslation('activities');
  const formats = useFormats();
  const nameOf = useNames('person');
  const today = useToday();
  const state = useRecordState('activity', activity.id);
  const { edit, complete, remove } = useActivityCommands();
  const [draft, setDraft] = useState<ActivityDraft | null>(null);
  const { subject, text, kind, done, dueOn, at } = activity;
  if (draft) {
    return (
      <ActivityForm
        draft={draft}
        onDraft={setDraft}
        before={at}
        dayOf={dayOf}
        onCancel={() => setDraft(null)}
        onSave={async (fields) => {
          if (await edit(activity, changedIn(activity, fields))) setDraft(null);
        }}
      />
    );
  }
  const who = nameOf(done?.by ?? activity.ownerId) ?? t('someone');
  const overdue = isToDo(activity) && dueOn !== null && dueOn < today;
  const when = isToDo(activity)
    ? dueOn === null
      ? t('noDue')
      : t(overdue ? 'overdue' : 'due', { day: formats.day(dueOn) })
    : done
      ? t('doneBy', { name: who, when: formats.instant(done.at) })
      : t('by', { name: who, when: formats.instant(at) });
  return (
    <div className={classes['activity']}>
      {kind === 'task' && (
        <Checkbox
          className={classes['tick'] ?? ''}
          checked={done !== null}
          aria-label={t('complete', { subject })}
          onChange={(event) => void complete(activity, event.currentTarget.checked)}
        />
      )}
      <div className={classes['words']}>
        <div className={classes['subjectText']} data-done={done !== null || undefined}>
          {subject}
        </div>
        <div className={classes['when']} data-overdue={overdue || undefined}>
          {when}
          {isToDo(activity) && <span>{` · ${nameOf(activity.ownerId) ?? t('someone')}`}</span>}
        </div>
        {text !== '' && <div className={classes['text']}>{text}</div>}
      </div>
      <div className={classes['tools']}>
        {state !== 'accepted' && <SyncMark compact state={state} />}
        <ActionIcon
          variant="subtle"
          aria-label={t('edit', { subject })}
          onClick={() => setDraft(draftOf(activity, dayOf))}
        >
          <IconPencil size={14} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          aria-label={t('remove', { subject })}
          onClick={() => void remove(activity)}
        >
          <IconTrash size={14} aria-hidden />
        </ActionIcon>
      </div>
    </div>
  );
}

const changedIn = (before: ActivityFields, after: ActivityFields): Partial<ActivityFields> =>
  Object.fromEntries(
    Object.entries(after).filter(([field, value]) => value !== before[field as keyof ActivityFields]),
  );
