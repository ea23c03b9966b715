import { z } from 'zod';
import { activitySchema } from '../domain/deal/activity';
import { idSchema } from '../lib/ids';
import { mergeEdit, touchedByEdit } from './merge-edit';
import { defineMutation, partnerRoles } from './mutation';

const fields = activitySchema.pick({ kind: true, subject: true, text: true, at: true, dueOn: true });
const args = z.object({
  id: idSchema,
  changes: fields.partial(),
  base: fields.partial().optional(),
  conflictId: idSchema.optional(),
});

/** SY-14: changes the named fields and merges with what others changed since `base`. What it is about and whose it is stay. */
export const editActivity = defineMutation<'editActivity', z.infer<typeof args>>({
  name: 'editActivity',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: (edit) => touchedByEdit('activity', edit),
  apply: (records, edit, context) => mergeEdit('activity', records, edit, context),
});
