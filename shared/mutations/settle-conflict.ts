import { z } from 'zod';
import { editConflictSchema, mergedTypes } from '../domain/deal/edit-conflict';
import { idSchema } from '../lib/ids';
import { ok } from '../lib/result';
import { writtenFields } from './merge-edit';
import { defineMutation, partnerRoles } from './mutation';
import { refuse } from './rejection';

const args = z.object({
  id: idSchema,
  recordType: editConflictSchema.shape.recordType,
  recordId: idSchema,
  /** For each of the conflict's `both`, in their order. */
  took: z
    .array(z.enum(['kept', 'other']))
    .min(1)
    .max(30),
});

/** SY-14: chooses between two people's values. `other` puts the later ones into the record; `kept` leaves there what stands there. Once. */
export const settleConflict = defineMutation<'settleConflict', z.infer<typeof args>>({
  name: 'settleConflict',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id, recordType, recordId }) => [
    { type: 'editConflict', id },
    // Read before it is checked: of any other type there is nothing to read.
    ...(mergedTypes.includes(recordType) ? [{ type: recordType, id: recordId }] : []),
  ],
  apply: (records, { id, recordType, recordId, took }, context) => {
    const conflict = records.get('editConflict', id);
    const isAbout = conflict?.recordType === recordType && conflict.recordId === recordId;
    if (!conflict || !isAbout) return refuse({ type: 'not-found', recordType: 'editConflict', id });
    const record = records.get(recordType, recordId);
    if (!record) return refuse({ type: 'not-found', recordType, id: recordId });
    const { both, state } = conflict;
    if (state !== 'open') {
      return refuse({ type: 'wrong-state', recordType: 'editConflict', id, state, wanted: 'open' });
    }
    if (took.length !== both.length) {
      const issue = { path: 'took', message: `there are ${both.length} to choose between` };
      return refuse({ type: 'invalid-arguments', issues: [issue] });
    }
    const chosen = both.flatMap(({ fields, other }, at) =>
      took[at] === 'other' ? fields.map((field, of) => [field, other[of] ?? ''] as const) : [],
    );
    const settled = { by: context.userId, at: context.capturedAt, took };
    return ok([
      ...writtenFields(recordType, record, Object.fromEntries(chosen), context),
      { type: 'editConflict', id, record: { ...conflict, state: 'settled', settled } },
    ]);
  },
});
