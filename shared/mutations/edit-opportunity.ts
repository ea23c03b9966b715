import { z } from 'zod';
import { opportunitySchema } from '../domain/deal/opportunity';
import { idSchema } from '../lib/ids';
import { mergeEdit, touchedByEdit } from './merge-edit';
import { defineMutation, partnerRoles } from './mutation';

const fields = opportunitySchema.omit({
  id: true,
  partnerId: true,
  accountId: true,
  createdAt: true,
  updatedAt: true,
  updatedBy: true,
  writtenBy: true,
  met: true,
  stageMoves: true,
});
const args = z.object({
  id: idSchema,
  changes: fields.partial(),
  base: fields.partial().optional(),
  conflictId: idSchema.optional(),
});

/** SY-14: changes the named fields and merges with what others changed since `base`. */
export const editOpportunity = defineMutation<'editOpportunity', z.infer<typeof args>>({
  name: 'editOpportunity',
  schemaVersion: 3,
  args,
  roles: partnerRoles,
  touches: (edit) => touchedByEdit('opportunity', edit),
  apply: (records, edit, context) => mergeEdit('opportunity', records, edit, context),
});
