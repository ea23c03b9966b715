import type { z } from 'zod';
import { readMarkId, readMarkSchema } from '../domain/conversation/read-mark';
import { ok } from '../lib/result';
import { defineMutation, partnerRoles } from './mutation';
import { refuse } from './rejection';

/** `id` is the `readMarkId` of the person and the conversation. */
const args = readMarkSchema.pick({ id: true, about: true, upTo: true });

/** OPP-6: the person has read a conversation up to there. Never goes back: the device that has read furthest counts. */
export const markRead = defineMutation<'markRead', z.infer<typeof args>>({
  name: 'markRead',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id }) => [{ type: 'readMark', id }],
  apply: (records, { id, about, upTo }, { userId, partnerId }) => {
    if (id !== readMarkId(userId, about)) {
      const issue = { path: 'id', message: 'is not the mark of this person in this conversation' };
      return refuse({ type: 'invalid-arguments', issues: [issue] });
    }
    const before = records.get('readMark', id);
    if (before && Date.parse(before.upTo) >= Date.parse(upTo)) return ok([]);
    return ok([{ type: 'readMark', id, record: { id, partnerId, userId, about, upTo } }]);
  },
});
