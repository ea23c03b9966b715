import { z } from 'zod';
import { contactSchema } from '../domain/deal/account';
import { idSchema } from '../lib/ids';
import { merge } from '../lib/merge';
import { ok } from '../lib/result';
import { defineMutation, partnerRoles } from './mutation';
import { refuse } from './rejection';

const fields = contactSchema.omit({
  id: true,
  partnerId: true,
  accountId: true,
  createdAt: true,
  updatedAt: true,
});
const args = z.object({ id: idSchema, changes: fields.partial() });

/** Only the named fields change, so two people editing different fields both keep their words. */
export const editContact = defineMutation<'editContact', z.infer<typeof args>>({
  name: 'editContact',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id }) => [{ type: 'contact', id }],
  apply: (records, { id, changes }, { capturedAt }) => {
    const before = records.get('contact', id);
    if (!before) return refuse({ type: 'not-found', recordType: 'contact', id });
    return ok([{ type: 'contact', id, record: merge(before, { ...changes, updatedAt: capturedAt }) }]);
  },
});
