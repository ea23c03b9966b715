import { describe, expect, it } from 'vitest';
import { inOrder } from './activity-order';
import { anActivity } from './an-activity.test-kit';

const ids = (activities: readonly { readonly id: string }[]) => activities.map(({ id }) => id);

describe('OPP-1 the order of activities', () => {
  it('tasks come first by their day, those without one last', () => {
    const { toDo, done } = inOrder([
      anActivity({ id: 'no day', kind: 'task' }),
      anActivity({ id: 'later', kind: 'task', dueOn: '2026-12-01' }),
      anActivity({ id: 'call' }),
      anActivity({ id: 'soon', kind: 'task', dueOn: '2026-11-22' }),
    ]);
    expect(ids(toDo)).toEqual(['soon', 'later', 'no day']);
    expect(ids(done)).toEqual(['call']);
  });

  it('what was done stands newest first, a task where it was done and not where it was written down', () => {
    const { toDo, done } = inOrder([
      anActivity({ id: 'old call', at: '2026-11-01T09:00:00.000Z' }),
      anActivity({
        id: 'task',
        kind: 'task',
        at: '2026-10-01T09:00:00.000Z',
        done: { by: 'anna', at: '2026-11-21T09:00:00.000Z' },
      }),
      anActivity({ id: 'new call', at: '2026-11-20T09:00:00.000Z' }),
    ]);
    expect(toDo).toEqual([]);
    expect(ids(done)).toEqual(['task', 'new call', 'old call']);
  });
});
