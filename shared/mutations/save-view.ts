import type { z } from 'zod';
import { savedViewSchema } from '../domain/deal/saved-view';
import { ok } from '../lib/result';
import { defineMutation, partnerRoles } from './mutation';
import { refuse } from './rejection';

const args = savedViewSchema.pick({ id: true, list: true, name: true, query: true });

/** A person's own way of looking at a list. The same id again changes it; nobody changes another's. */
export const saveView = defineMutation<'saveView', z.infer<typeof args>>({
  name: 'saveView',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id }) => [{ type: 'savedView', id }],
  apply: (records, view, { userId, partnerId, role, capturedAt }) => {
    const before = records.get('savedView', view.id);
    if (before && before.ownerId !== userId) return refuse({ type: 'not-allowed', role });
    const record = { ...view, partnerId, ownerId: userId, updatedAt: capturedAt };
    return ok([{ type: 'savedView', id: view.id, record }]);
  },
});
