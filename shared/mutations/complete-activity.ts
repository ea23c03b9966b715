import { z } from 'zod';
import { idSchema } from '../lib/ids';
import { ok } from '../lib/result';
import { defineMutation, partnerRoles } from './mutation';
import { refuse } from './rejection';

const args = z.object({ id: idSchema, done: z.boolean() });

/** OPP-1: a task is done, or is not after all. Saying what is so already changes nothing: the first to have done it stays. */
export const completeActivity = defineMutation<'completeActivity', z.infer<typeof args>>({
  name: 'completeActivity',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id }) => [{ type: 'activity', id }],
  apply: (records, { id, done }, { userId, capturedAt }) => {
    const activity = records.get('activity', id);
    if (!activity) return refuse({ type: 'not-found', recordType: 'activity', id });
    if (activity.kind !== 'task') {
      return refuse({
        type: 'wrong-state',
        recordType: 'activity',
        id,
        state: activity.kind,
        wanted: 'task',
      });
    }
    if ((activity.done !== null) === done) return ok([]);
    const record = {
      ...activity,
      done: done ? { by: userId, at: capturedAt } : null,
      updatedAt: capturedAt,
      updatedBy: userId,
    };
    return ok([{ type: 'activity', id, record }]);
  },
});
