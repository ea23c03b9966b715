import { z } from 'zod';
import { contactSchema } from '../domain/deal/account';
import { idSchema } from '../lib/ids';
import { mergeEdit, touchedByEdit } from './merge-edit';
import { defineMutation, partnerRoles } from './mutation';

const fields = contactSchema.omit({
  id: true,
  partnerId: true,
  accountId: true,
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
export const editContact = defineMutation<'editContact', z.infer<typeof args>>({
  name: 'editContact',
  schemaVersion: 2,
  args,
  roles: partnerRoles,
  touches: (edit) => touchedByEdit('contact', edit),
  apply: (records, edit, context) => mergeEdit('contact', records, edit, context),
});
