import { z } from 'zod';
import { languages, type Localized } from '../domain/catalog/localized';
import { obligationSchema } from '../domain/deal/obligation';
import { idSchema } from '../lib/ids';
import { merge } from '../lib/merge';
import { defineMutation, partnerRoles } from './mutation';
import { obligationIn, whyNotThePerson, writeObligation } from './obligation-in';
import { refuse } from './rejection';

const args = z.object({
  id: idSchema,
  changes: obligationSchema.pick({ text: true, ownerId: true, dueOn: true }).partial(),
  /** SY-14: the words as the person saw them, where they are changed. */
  base: obligationSchema.pick({ text: true }).nullish(),
});

const isSame = (a: Localized, b: Localized): boolean => languages.every((each) => a[each] === b[each]);

/** OPP-7: words, person or day of a step that the partner owes. With another day nobody has been told yet that it is overdue. */
export const editObligation = defineMutation<'editObligation', z.infer<typeof args>>({
  name: 'editObligation',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id, changes }) => [
    { type: 'obligation', id },
    ...(typeof changes?.ownerId === 'string' ? [{ type: 'person', id: changes.ownerId } as const] : []),
  ],
  apply: (records, { id, changes, base }, { capturedAt }) => {
    const obligation = obligationIn('open', records, id);
    if (!obligation.ok) return obligation;
    const nobody = whyNotThePerson(records, changes.ownerId ?? null);
    if (nobody) return refuse(nobody);
    const now = obligation.value.text;
    const isParted = base && changes.text && !isSame(now, base.text) && !isSame(now, changes.text);
    if (isParted) return refuse({ type: 'edited-elsewhere', recordType: 'obligation', id });
    const edited = merge(obligation.value, changes);
    const isMoved = edited.dueOn !== obligation.value.dueOn;
    return writeObligation({
      ...edited,
      escalation: isMoved ? null : edited.escalation,
      updatedAt: capturedAt,
    });
  },
});
