import { z } from 'zod';
import { accountSchema } from '../domain/deal/account';
import { idSchema } from '../lib/ids';
import { merge } from '../lib/merge';
import { ok } from '../lib/result';
import { defineMutation, partnerRoles } from './mutation';
import { refuse } from './rejection';

const fields = accountSchema.omit({ id: true, partnerId: true, createdAt: true, updatedAt: true });
const args = z.object({ id: idSchema, changes: fields.partial() });

/** Only the named fields change, so two people editing different fields both keep their words. */
export const editAccount = defineMutation<'editAccount', z.infer<typeof args>>({
  name: 'editAccount',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id }) => [{ type: 'account', id }],
  apply: (records, { id, changes }, { capturedAt }) => {
    const before = records.get('account', id);
    if (!before) return refuse({ type: 'not-found', recordType: 'account', id });
    return ok([{ type: 'account', id, record: merge(before, { ...changes, updatedAt: capturedAt }) }]);
  },
});
