import { z } from 'zod';
import { accountSchema } from '../domain/deal/account';
import { idSchema } from '../lib/ids';
import { mergeEdit, touchedByEdit } from './merge-edit';
import { defineMutation, partnerRoles } from './mutation';

const fields = accountSchema.omit({
  id: true,
  partnerId: true,
  createdAt: true,
  updatedAt: true,
  updatedBy: true,
  writtenBy: true,
});
const args = z.object({
  id: idSchema,
  changes: fields.partial(),
  base: fields.partial().optional(),
  conflictId: idSchema.optional(),
});

/** SY-14: changes the named fields and merges with what others changed since `base`. */
export const editAccount = defineMutation<'editAccount', z.infer<typeof args>>({
  name: 'editAccount',
  schemaVersion: 2,
  args,
  roles: partnerRoles,
  touches: (edit) => touchedByEdit('account', edit),
  apply: (records, edit, context) => mergeEdit('account', records, edit, context),
});
