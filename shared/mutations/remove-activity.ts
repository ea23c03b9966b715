import { z } from 'zod';
import { idSchema } from '../lib/ids';
import { ok } from '../lib/result';
import { defineMutation, partnerRoles } from './mutation';
import { refuse } from './rejection';

const args = z.object({ id: idSchema });

/** OPP-1: takes an activity away; only whose it is does, or a manager. */
export const removeActivity = defineMutation<'removeActivity', z.infer<typeof args>>({
  name: 'removeActivity',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id }) => [{ type: 'activity', id }],
  apply: (records, { id }, { userId, role }) => {
    const activity = records.get('activity', id);
    if (!activity) return refuse({ type: 'not-found', recordType: 'activity', id });
    if (activity.ownerId !== userId && role !== 'manager') return refuse({ type: 'not-allowed', role });
    return ok([{ type: 'activity', id, record: null }]);
  },
});
