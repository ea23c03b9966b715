import type { z } from 'zod';
import { accountSchema } from '../domain/deal/account';
import { ok } from '../lib/result';
import { defineMutation, partnerRoles } from './mutation';
import { refuse } from './rejection';

export const createAccountArgs = accountSchema.omit({
  partnerId: true,
  ownerId: true,
  createdAt: true,
  updatedAt: true,
  updatedBy: true,
  writtenBy: true,
});

export const createAccount = defineMutation<'createAccount', z.infer<typeof createAccountArgs>>({
  name: 'createAccount',
  schemaVersion: 1,
  args: createAccountArgs,
  roles: partnerRoles,
  touches: ({ id }) => [{ type: 'account', id }],
  apply: (records, account, { userId, partnerId, capturedAt }) => {
    if (records.get('account', account.id))
      return refuse({ type: 'already-exists', recordType: 'account', id: account.id });
    const record = { ...account, partnerId, ownerId: userId, createdAt: capturedAt, updatedAt: capturedAt };
    return ok([{ type: 'account', id: account.id, record }]);
  },
});
