import { Button, Group } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { activityKinds, type Activity, type ActivityKind } from '#shared/domain/deal/activity';
import { dayInZone } from '#shared/lib/clock';
import { usePartner, useRecordsAbout } from '../../client/hooks';
import { Section, SectionEmpty } from '../../ui/section';
import { Timeline, type TimelineItem } from '../../ui/timeline';
import { useRemembered } from '../../ui/use-remembered';
import classes from './activities.module.css';
import { happenedAt, inOrder } from './activity-order';
import type { ActivityDraft } from './activity-draft';
import { ActivityForm } from './activity-form';
import { activityIcons } from './activity-looks';
import { useActivityCommands } from './commands';
import { EditableActivity } from './editable-activity';
import { TaskList } from './task-list';

const shownAtFirst = 15;

/** Something else that happened, told in the same timeline. */
export interface TimelineEvent extends TimelineItem {
  /** Instant, for its place among the others. */
  readonly at: string;
}

interface ActivitiesProps {
  readonly about: Activity['about'];
  /** What happened besides: stage changes, quotes, messages. Newest first or not. */
  readonly events?: readonly TimelineEvent[];
}

const instantNow = (): string => new Date().toISOString();

const noEvents: readonly TimelineEvent[] = [];

/** OPP-1: what was done and is to be done about a customer, a deal or a lead: write it down, plan it, tick it off, and read what happened. */
export function Activities({ about, events = noEvents }: ActivitiesProps) {
  const { t } = useTranslation('activities');
  const zone = usePartner()?.timeZone;
  const dayOf = useMemo(
    () => (at: string) =>
      dayInZone(new Date(at), zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone),
    [zone],
  );
  const activities = useRecordsAbout('activity', about);
  const { log } = useActivityCommands();
  const [draft, setDraft] = useRemembered<ActivityDraft | null>(
    `draft:activity:${about.type}:${about.id}`,
    null,
  );
  const [writing, setWriting] = useState(draft !== null);
  const [shown, setShown] = useState(shownAtFirst);
  const { toDo, done } = useMemo(() => inOrder(activities ?? []), [activities]);

  const begin = (kind: ActivityKind) => {
    const day = kind === 'task' ? '' : dayOf(instantNow());
    setDraft((before) => ({
      subject: '',
      text: '',
      day,
      ...before,
      kind,
      ...(before?.kind === kind ? {} : { day }),
    }));
    setWriting(true);
  };
  const entries = useMemo(() => {
    const own = done.map((activity) => ({ at: happenedAt(activity), activity, event: null }));
    const others = events.map((event) => ({ at: event.at, activity: null, event }));
    return [...own, ...others].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  }, [done, events]);
  const items = entries.slice(0, shown).map(({ activity, event }): TimelineItem =>
    activity
      ? {
          key: activity.id,
          icon: activityIcons[activity.kind],
          tone: activity.kind === 'task' ? 'good' : 'info',
          title: <EditableActivity key={activity.id} activity={activity} dayOf={dayOf} />,
        }
      : event,
  );
  return (
    <Section
      title={t('title')}
      count={done.length + toDo.length}
      action={
        <Group gap={2} wrap="wrap" justify="flex-end">
          {activityKinds.map((kind) => {
            const Icon = activityIcons[kind];
            return (
              <Button
                key={kind}
                variant="subtle"
                leftSection={<Icon size={14} aria-hidden />}
                aria-label={t(`new.${kind}`)}
                onClick={() => begin(kind)}
              >
                {t(`kind.${kind}`)}
              </Button>
            );
          })}
        </Group>
      }
    >
      {writing && draft && (
        <ActivityForm
          key={draft.kind}
          draft={draft}
          onDraft={setDraft}
          before={null}
          dayOf={dayOf}
          onCancel={() => {
            setWriting(false);
            if (draft.subject.trim() === '' && draft.text.trim() === '') setDraft(null);
          }}
          onSave={async (fields) => {
            // Another kind may have been begun meanwhile: it stays.
            if (await log(about, fields)) setDraft((now) => (now === draft ? null : now));
          }}
        />
      )}
      {toDo.length > 0 && <TaskList tasks={toDo} dayOf={dayOf} />}
      {activities && entries.length === 0 && toDo.length === 0 && !(writing && draft) && (
        <SectionEmpty>{t('none')}</SectionEmpty>
      )}
      {items.length > 0 && (
        <div className={classes['timeline']}>
          <Timeline label={t('done')} items={items} />
        </div>
      )}
      {entries.length > shown && (
        <Button variant="default" onClick={() => setShown((before) => before + 50)}>
          {t('older')}
        </Button>
      )}
    </Section>
  );
}
