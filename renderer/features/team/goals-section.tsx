import { ActionIcon, Button, Progress } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInZone } from '#shared/lib/clock';
import { newId } from '#shared/lib/ids';
import type { Goal } from '#shared/domain/partner/goal';
import { goalProgress } from '#shared/domain/partner/goal-progress';
import { usePartner, useRecords } from '../../client/hooks';
import { useNames } from '../../records/use-names';
import { useSave } from '../../records/use-save';
import { useFormats } from '../../ui/formats';
import { neededDecimals } from '../../ui/needed-decimals';
import { Section, SectionEmpty } from '../../ui/section';
import { useUndo } from '../../ui/use-undo';
import { GoalDrawer } from './goal-drawer';
import { usePeriodText } from './use-period-text';
import classes from './team.module.css';

type Open = { readonly goal: Goal | null; readonly shown: boolean };

/** What the team and its people are to reach, and how far they are. */
export function GoalsSection() {
  const { t } = useTranslation('team');
  const formats = useFormats();
  const periodText = usePeriodText();
  const nameOf = useNames('person');
  const zone = usePartner()?.timeZone;
  const goals = useRecords('goal');
  const opportunities = useRecords('opportunity');
  const registrations = useRecords('registrationRequest');
  const quotes = useRecords('quote');
  const save = useSave();
  const undoable = useUndo();
  const [open, setOpen] = useState<Open>({ goal: null, shown: false });
  if (!goals || !opportunities || !registrations || !quotes) return null;
  const dayOf = (instant: string) => (zone ? dayInZone(new Date(instant), zone) : instant.slice(0, 10));
  const set = ({ id, userId, period, measure, target, currency }: Goal) =>
    save('setGoal', { id, userId, period, measure, target, currency });
  const remove = (goal: Goal) =>
    undoable(save('removeGoal', { id: goal.id }), {
      text: t('goals.removed'),
      undo: () => set({ ...goal, id: newId() }),
    });
  const figure = (value: string, { currency }: Goal) =>
    currency === null ? formats.number(value) : formats.amount(value, currency, neededDecimals(value));
  const sorted = goals.toSorted(
    (a, b) => b.period.localeCompare(a.period) || Number(a.userId !== null) - Number(b.userId !== null),
  );
  return (
    <Section
      title={t('goals.title')}
      count={goals.length}
      action={
        <Button
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setOpen({ goal: null, shown: true })}
        >
          {t('goals.add')}
        </Button>
      }
    >
      {goals.length === 0 ? (
        <SectionEmpty>{t('goals.none')}</SectionEmpty>
      ) : (
        <ul className={classes['goals']}>
          {sorted.map((goal) => {
            const { reached, percent, isReached } = goalProgress(goal, {
              opportunities,
              registrations,
              quotes,
              dayOf,
            });
            const who = goal.userId === null ? t('everybody') : (nameOf(goal.userId) ?? goal.userId);
            const words = t('goals.of', {
              reached: figure(reached, goal),
              target: figure(goal.target, goal),
            });
            const name = `${who}, ${t(`measure.${goal.measure}`)}, ${periodText(goal.period)}`;
            return (
              <li key={goal.id} className={classes['goal']}>
                <div className={classes['goalHead']}>
                  <span className={classes['goalName']}>
                    <strong>{who}</strong> · {t(`measure.${goal.measure}`)} · {periodText(goal.period)}
                  </span>
                  <ActionIcon
                    variant="subtle"
                    aria-label={`${t('goals.edit')}: ${name}`}
                    onClick={() => setOpen({ goal, shown: true })}
                  >
                    <IconPencil size={14} aria-hidden />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    aria-label={`${t('goals.remove')}: ${name}`}
                    onClick={() => void remove(goal)}
                  >
                    <IconTrash size={14} aria-hidden />
                  </ActionIcon>
                </div>
                <Progress
                  value={Math.min(100, Number(percent ?? '100'))}
                  color={isReached ? 'green' : 'blue'}
                  aria-label={name}
                />
                <div className={classes['goalWords']}>
                  <span>{words}</span>
                  <span>
                    {isReached ? t('goals.reachedIt') : percent !== null && formats.percent(percent)}
                  </span>
                </div>
              </li>
            );
          })}
        </ul>
      )}
      <GoalDrawer
        key={`${open.goal?.id ?? 'new'} ${String(open.shown)}`}
        goal={open.goal}
        opened={open.shown}
        onClose={() => setOpen((before) => ({ ...before, shown: false }))}
        onSave={set}
      />
    </Section>
  );
}
