import { z } from 'zod';
import { idSchema } from '../lib/ids';
import { defineMutation, partnerRoles } from './mutation';
import { writeRegistration } from './registration-in';
import { refuse } from './rejection';

const args = z.object({ id: idSchema, text: z.string().trim().min(1).max(10_000) });

/** OPP-4: what this partner says where somebody else registered the same deal. May be said anew until the vendor has decided. */
export const answerConflict = defineMutation<'answerConflict', z.infer<typeof args>>({
  name: 'answerConflict',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id }) => [{ type: 'registrationRequest', id }],
  apply: (records, { id, text }, { userId, capturedAt }) => {
    const request = records.get('registrationRequest', id);
    if (!request) return refuse({ type: 'not-found', recordType: 'registrationRequest', id });
    const { conflict } = request;
    if (!conflict || conflict.outcome) {
      const state = conflict?.outcome ? 'conflict-decided' : 'no-conflict';
      return refuse({
        type: 'wrong-state',
        recordType: 'registrationRequest',
        id,
        state,
        wanted: 'conflict-open',
      });
    }
    return writeRegistration({
      ...request,
      conflict: { ...conflict, statement: { by: userId, at: capturedAt, text } },
      updatedAt: capturedAt,
    });
  },
});
