import { z } from 'zod';
import { opportunitySchema } from '../domain/deal/opportunity';
import { idSchema } from '../lib/ids';
import { merge } from '../lib/merge';
import { ok } from '../lib/result';
import { defineMutation, partnerRoles } from './mutation';
import { refuse } from './rejection';

const fields = opportunitySchema.omit({
  id: true,
  partnerId: true,
  accountId: true,
  createdAt: true,
  updatedAt: true,
});
const args = z.object({ id: idSchema, changes: fields.partial() });

/** Only the named fields change, so two people editing different fields both keep their words. */
export const editOpportunity = defineMutation<'editOpportunity', z.infer<typeof args>>({
  name: 'editOpportunity',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id }) => [{ type: 'opportunity', id }],
  apply: (records, { id, changes }, { capturedAt }) => {
    const before = records.get('opportunity', id);
    if (!before) return refuse({ type: 'not-found', recordType: 'opportunity', id });
    return ok([{ type: 'opportunity', id, record: merge(before, { ...changes, updatedAt: capturedAt }) }]);
  },
});
