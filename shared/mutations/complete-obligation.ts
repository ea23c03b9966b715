import { z } from 'zod';
import { idSchema } from '../lib/ids';
import { defineMutation, partnerRoles } from './mutation';
import { obligationIn, writeObligation } from './obligation-in';

const args = z.object({
  id: idSchema,
  note: z.string().max(2_000),
  /** The person's name as colleagues know it; the server puts the account's in its place. */
  by: z.string().max(200).optional(),
});

/** OPP-7: a step that the partner owed is done. Words that were kept from the last time and are said again stand there once. */
export const completeObligation = defineMutation<'completeObligation', z.infer<typeof args>>({
  name: 'completeObligation',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id }) => [{ type: 'obligation', id }],
  apply: (records, { id, note, by }, { capturedAt }) => {
    const obligation = obligationIn('open', records, id);
    if (!obligation.ok) return obligation;
    const { earlier } = obligation.value;
    const isSaidAgain = earlier?.at(-1)?.note === note;
    return writeObligation({
      ...obligation.value,
      ...(isSaidAgain ? { earlier: earlier.slice(0, -1) } : {}),
      done: { by: by ?? '', at: capturedAt, note },
      updatedAt: capturedAt,
    });
  },
});
