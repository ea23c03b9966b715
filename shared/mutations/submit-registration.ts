import type { z } from 'zod';
import { registrationRequestSchema } from '../domain/deal/registration-request';
import { ok } from '../lib/result';
import { defineMutation, partnerRoles } from './mutation';
import { notThisAccounts } from './not-this-accounts';
import { refuse } from './rejection';

const args = registrationRequestSchema.pick({
  id: true,
  accountId: true,
  opportunityId: true,
  description: true,
  amount: true,
  currency: true,
  closeOn: true,
  families: true,
  contactId: true,
  competitor: true,
});

/** OPP-4: asks the vendor to protect a deal with one customer. Provisional until the server receives it. */
export const submitRegistration = defineMutation<'submitRegistration', z.infer<typeof args>>({
  name: 'submitRegistration',
  schemaVersion: 2,
  args,
  roles: partnerRoles,
  touches: ({ id, accountId, opportunityId, contactId }) => [
    { type: 'registrationRequest', id },
    { type: 'account', id: accountId },
    ...(opportunityId ? [{ type: 'opportunity', id: opportunityId } as const] : []),
    ...(contactId ? [{ type: 'contact', id: contactId } as const] : []),
  ],
  apply: (records, request, { userId, partnerId, capturedAt }) => {
    const { id, accountId } = request;
    if (records.get('registrationRequest', id)) {
      return refuse({ type: 'already-exists', recordType: 'registrationRequest', id });
    }
    if (!records.get('account', accountId)) {
      return refuse({ type: 'not-found', recordType: 'account', id: accountId });
    }
    const wrong = notThisAccounts(records, request, accountId);
    if (wrong) return refuse(wrong);
    const record = {
      ...request,
      partnerId,
      ownerId: userId,
      state: 'submitted' as const,
      capturedAt,
      receivedAt: null,
      appeals: [],
      decision: null,
      registrationId: null,
      updatedAt: capturedAt,
    };
    return ok([{ type: 'registrationRequest', id, record }]);
  },
});
