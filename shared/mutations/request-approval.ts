import { z } from 'zod';
import { approvalSchema } from '../domain/approval/approval';
import { approvalSteps } from '../domain/approval/approval-steps';
import { ok } from '../lib/result';
import { draftQuote } from './draft-quote';
import { defineMutation, partnerRoles } from './mutation';
import { refuse } from './rejection';

const args = approvalSchema.pick({
  id: true,
  quoteId: true,
  contentHash: true,
  figures: true,
  reasons: true,
  message: true,
});

/** QUO-3: asks for approval of exactly this content (PR-61). The server prices again and finds the same reasons, or refuses. */
export const requestApproval = defineMutation<'requestApproval', z.infer<typeof args>>({
  name: 'requestApproval',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id, quoteId }) => [
    { type: 'approval', id },
    { type: 'quote', id: quoteId },
  ],
  apply: (records, request, { userId, partnerId, capturedAt }) => {
    const { id, quoteId, reasons } = request;
    if (records.get('approval', id)) return refuse({ type: 'already-exists', recordType: 'approval', id });
    const quote = draftQuote(records, quoteId);
    if (!quote.ok) return quote;
    const { number, revision, accountId, currency } = quote.value;
    return ok([
      {
        type: 'approval',
        id,
        record: {
          ...request,
          partnerId,
          ownerId: userId,
          quoteNumber: number,
          quoteRevision: revision,
          accountId,
          currency,
          steps: approvalSteps(reasons),
          state: 'pending',
          decisions: [],
          requestedAt: capturedAt,
          updatedAt: capturedAt,
        },
      },
      {
        type: 'quote',
        id: quoteId,
        record: { ...quote.value, state: 'in-approval', approval: null, updatedAt: capturedAt },
      },
    ]);
  },
});
