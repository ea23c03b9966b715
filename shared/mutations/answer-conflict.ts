import { z } from 'zod';
import { mergeText } from '../domain/deal/merge-text';
import { idSchema } from '../lib/ids';
import { defineMutation, partnerRoles } from './mutation';
import { writeRegistration } from './registration-in';
import { refuse } from './rejection';

const maxText = 10_000;
const args = z.object({
  id: idSchema,
  text: z.string().trim().min(1).max(maxText),
  /** The statement as the person saw it, '' for none; absent: the new one counts. */
  base: z.string().max(maxText).optional(),
});

/**
 * OPP-4: what this partner says where somebody else registered the same deal. May be said anew until the vendor has decided. SY-14: what others
 * said since `base` stays, line by line.
 */
export const answerConflict = defineMutation<'answerConflict', z.infer<typeof args>>({
  name: 'answerConflict',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id }) => [{ type: 'registrationRequest', id }],
  apply: (records, { id, text: said, base }, { userId, capturedAt }) => {
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
    const text = mergeText(base, conflict.statement?.text ?? '', said, maxText);
    if (text === undefined)
      return refuse({ type: 'edited-elsewhere', recordType: 'registrationRequest', id });
    return writeRegistration({
      ...request,
      conflict: { ...conflict, statement: { by: userId, at: capturedAt, text } },
      updatedAt: capturedAt,
    });
  },
});
