import { z } from 'zod';
import { idSchema } from '../lib/ids';
import { ok } from '../lib/result';
import { defineMutation, partnerRoles } from './mutation';
import { refuse } from './rejection';

const args = z.object({ id: idSchema });

/** Nobody removes another's. */
export const removeView = defineMutation<'removeView', z.infer<typeof args>>({
  name: 'removeView',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id }) => [{ type: 'savedView', id }],
  apply: (records, { id }, { userId, role }) => {
    const view = records.get('savedView', id);
    if (!view) return refuse({ type: 'not-found', recordType: 'savedView', id });
    if (view.ownerId !== userId) return refuse({ type: 'not-allowed', role });
    return ok([{ type: 'savedView', id, record: null }]);
  },
});
