import type { Activity } from '#shared/domain/deal/activity';

/** A task nobody has done. */
export const isToDo = ({ kind, done }: Pick<Activity, 'kind' | 'done'>): boolean =>
  kind === 'task' && done === null;

/** When it belongs into the timeline: of a task that is done, then; of anything else, when it took place. */
export const happenedAt = ({ at, done }: Pick<Activity, 'at' | 'done'>): string => done?.at ?? at;

/** Tasks to do, soonest due first and those without a day last; and what was done, newest first. */
export function inOrder(activities: readonly Activity[]): {
  readonly toDo: readonly Activity[];
  readonly done: readonly Activity[];
} {
  return {
    toDo: activities.filter(isToDo).toSorted(byDue),
    done: activities
      .filter((activity) => !isToDo(activity))
      .toSorted((a, b) => happenedAt(b).localeCompare(happenedAt(a)) || b.id.localeCompare(a.id)),
  };
}

function byDue(a: Activity, b: Activity): number {
  if (a.dueOn !== b.dueOn) {
    if (a.dueOn === null) return 1;
    if (b.dueOn === null) return -1;
    return a.dueOn < b.dueOn ? -1 : 1;
  }
  return a.createdAt.localeCompare(b.createdAt);
}
