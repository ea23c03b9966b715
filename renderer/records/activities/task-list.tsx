import { useTranslation } from 'react-i18next';
import type { Activity } from '#shared/domain/deal/activity';
import classes from './activities.module.css';
import { EditableActivity } from './editable-activity';

/** Tasks nobody has done yet, the soonest first. */
export function TaskList({
  tasks,
  dayOf,
}: {
  readonly tasks: readonly Activity[];
  readonly dayOf: (at: string) => string;
}) {
  const { t } = useTranslation('activities');
  return (
    <ul className={classes['tasks']} aria-label={t('tasks')}>
      {tasks.map((task) => (
        <li key={task.id}>
          <EditableActivity activity={task} dayOf={dayOf} />
        </li>
      ))}
    </ul>
  );
}
