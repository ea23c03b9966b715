import { z } from 'zod';
import { registrationRequestSchema } from '../domain/deal/registration-request';
import { idSchema } from '../lib/ids';
import { merge } from '../lib/merge';
import { defineMutation, partnerRoles } from './mutation';
import { notThisAccounts } from './not-this-accounts';
import { registrationIn, writeRegistration } from './registration-in';
import { refuse } from './rejection';

const fields = registrationRequestSchema.pick({
  opportunityId: true,
  description: true,
  amount: true,
  currency: true,
  closeOn: true,
  families: true,
  contactId: true,
  competitor: true,
});
const args = z.object({ id: idSchema, changes: fields.partial() });

/** OPP-4: corrects a request that waits, or one that was refused and so goes to the vendor again. The last decision stays to be read. */
export const editRegistration = defineMutation<'editRegistration', z.infer<typeof args>>({
  name: 'editRegistration',
  schemaVersion: 2,
  args,
  roles: partnerRoles,
  touches: ({ id, changes }) => [
    { type: 'registrationRequest', id },
    ...(changes?.opportunityId ? [{ type: 'opportunity', id: changes.opportunityId } as const] : []),
    ...(changes?.contactId ? [{ type: 'contact', id: changes.contactId } as const] : []),
  ],
  apply: (records, { id, changes }, { capturedAt }) => {
    const request = registrationIn(['submitted', 'refused'], records, id);
    if (!request.ok) return request;
    if ((changes.amount === undefined) !== (changes.currency === undefined)) {
      const path = changes.amount === undefined ? 'changes.amount' : 'changes.currency';
      const message = 'is missing: an amount and its currency change together';
      return refuse({ type: 'invalid-arguments', issues: [{ path, message }] });
    }
    const wrong = notThisAccounts(records, changes, request.value.accountId);
    if (wrong) return refuse(wrong);
    return writeRegistration({
      ...merge(request.value, changes),
      state: 'submitted',
      updatedAt: capturedAt,
    });
  },
});
