import type { z } from 'zod';
import { opportunitySchema } from '../domain/deal/opportunity';
import { ok } from '../lib/result';
import { defineMutation, partnerRoles } from './mutation';
import { refuse } from './rejection';

export const createOpportunityArgs = opportunitySchema.omit({
  partnerId: true,
  ownerId: true,
  createdAt: true,
  updatedAt: true,
  updatedBy: true,
  writtenBy: true,
  met: true,
  stageMoves: true,
});

export const createOpportunity = defineMutation<'createOpportunity', z.infer<typeof createOpportunityArgs>>({
  name: 'createOpportunity',
  schemaVersion: 2,
  args: createOpportunityArgs,
  roles: partnerRoles,
  touches: ({ id, accountId }) => [
    { type: 'opportunity', id },
    { type: 'account', id: accountId },
  ],
  apply: (records, opportunity, { userId, partnerId, capturedAt }) => {
    if (records.get('opportunity', opportunity.id))
      return refuse({ type: 'already-exists', recordType: 'opportunity', id: opportunity.id });
    if (!records.get('account', opportunity.accountId)) {
      return refuse({ type: 'not-found', recordType: 'account', id: opportunity.accountId });
    }
    const record = {
      ...opportunity,
      partnerId,
      ownerId: userId,
      createdAt: capturedAt,
      updatedAt: capturedAt,
    };
    return ok([{ type: 'opportunity', id: opportunity.id, record }]);
  },
});
