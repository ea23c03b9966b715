import type { z } from 'zod';
import { contactSchema } from '../domain/deal/account';
import { ok } from '../lib/result';
import { defineMutation, partnerRoles } from './mutation';
import { refuse } from './rejection';

export const createContactArgs = contactSchema.omit({
  partnerId: true,
  createdAt: true,
  updatedAt: true,
  updatedBy: true,
  writtenBy: true,
});

export const createContact = defineMutation<'createContact', z.infer<typeof createContactArgs>>({
  name: 'createContact',
  schemaVersion: 1,
  args: createContactArgs,
  roles: partnerRoles,
  touches: ({ id, accountId }) => [
    { type: 'contact', id },
    { type: 'account', id: accountId },
  ],
  apply: (records, contact, { partnerId, capturedAt }) => {
    if (records.get('contact', contact.id))
      return refuse({ type: 'already-exists', recordType: 'contact', id: contact.id });
    if (!records.get('account', contact.accountId)) {
      return refuse({ type: 'not-found', recordType: 'account', id: contact.accountId });
    }
    const record = { ...contact, partnerId, createdAt: capturedAt, updatedAt: capturedAt };
    return ok([{ type: 'contact', id: contact.id, record }]);
  },
});
