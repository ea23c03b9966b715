import type { z } from 'zod';
import { activitySchema } from '../domain/deal/activity';
import { ok } from '../lib/result';
import { defineMutation, partnerRoles } from './mutation';
import { refuse } from './rejection';

const args = activitySchema.omit({
  partnerId: true,
  ownerId: true,
  done: true,
  createdAt: true,
  updatedAt: true,
  updatedBy: true,
  writtenBy: true,
});

/** OPP-1: writes down a call, a meeting, a mail, a note, or a task to be done. */
export const logActivity = defineMutation<'logActivity', z.infer<typeof args>>({
  name: 'logActivity',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id, about }) => [
    { type: 'activity', id },
    { type: about.type, id: about.id },
  ],
  apply: (records, activity, { userId, partnerId, capturedAt }) => {
    const { id, about } = activity;
    if (records.get('activity', id)) return refuse({ type: 'already-exists', recordType: 'activity', id });
    if (!records.get(about.type, about.id)) {
      return refuse({ type: 'not-found', recordType: about.type, id: about.id });
    }
    const record = {
      ...activity,
      partnerId,
      ownerId: userId,
      done: null,
      createdAt: capturedAt,
      updatedAt: capturedAt,
    };
    return ok([{ type: 'activity', id, record }]);
  },
});
