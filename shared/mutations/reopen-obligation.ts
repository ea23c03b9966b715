import { z } from 'zod';
import { idSchema } from '../lib/ids';
import { defineMutation, partnerRoles } from './mutation';
import { obligationIn, writeObligation } from './obligation-in';

const args = z.object({ id: idSchema });

/** OPP-7: a step was not done after all. What was written about it stays. */
export const reopenObligation = defineMutation<'reopenObligation', z.infer<typeof args>>({
  name: 'reopenObligation',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id }) => [{ type: 'obligation', id }],
  apply: (records, { id }, { capturedAt }) => {
    const obligation = obligationIn('done', records, id);
    if (!obligation.ok) return obligation;
    const { done, earlier } = obligation.value;
    const isNoted = done !== null && done.note.trim() !== '';
    return writeObligation({
      ...obligation.value,
      ...(isNoted ? { earlier: [...(earlier ?? []), done] } : {}),
      done: null,
      escalation: null,
      updatedAt: capturedAt,
    });
  },
});
