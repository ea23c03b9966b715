import { ActionIcon, Checkbox } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity } from '#shared/domain/deal/activity';
import { useRecordState } from '../../client/hooks';
import { useFormats } from '../../ui/formats';
import { SyncMark } from '../../ui/sync-mark';
import { useExpected } from '../../ui/use-expected';
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
  // With what stood there when it was begun: a colleague's change may come down meanwhile (SY-14).
  const [writing, setWriting] = useState<{ readonly draft: ActivityDraft; readonly seen: Activity } | null>(
    null,
  );
  const { subject, text, kind, done, dueOn, at } = activity;
  const [ticked, expectTick] = useExpected(done !== null);
  if (writing) {
    const { draft, seen } = writing;
    return (
      <ActivityForm
        draft={draft}
        onDraft={(next) => setWriting({ draft: next, seen })}
        before={seen.at}
        dayOf={dayOf}
        onCancel={() => setWriting(null)}
        onSave={async (fields) => {
          if (await edit(seen, changedIn(seen, fields))) setWriting(null);
        }}
      />
    );
  }
  const tick = async (next: boolean): Promise<void> => {
    expectTick(next);
    if (!(await complete(activity, next))) expectTick(null);
  };
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
          checked={ticked}
          aria-label={t('complete', { subject })}
          onChange={(event) => void tick(event.currentTarget.checked)}
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
          onClick={() => setWriting({ draft: draftOf(activity, dayOf), seen: activity })}
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
