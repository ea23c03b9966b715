import { z } from 'zod';
import { approvalDecisionSchema } from '../domain/approval/approval';
import { decideApproval as decide } from '../domain/approval/decide-approval';
import { idSchema } from '../lib/ids';
import { ok } from '../lib/result';
import { defineMutation } from './mutation';
import { refuse } from './rejection';

const args = z.object({
  id: idSchema,
  quoteId: idSchema,
  /** The manager's name as colleagues know it; the server puts the account's in its place. */
  by: approvalDecisionSchema.shape.by,
  ...approvalDecisionSchema.pick({ outcome: true, comment: true, counter: true }).shape,
});

/** QUO-3: the partner's manager approves, refuses or offers something else. The vendor's people decide at the vendor's desk. */
export const decideApproval = defineMutation<'decideApproval', z.infer<typeof args>>({
  name: 'decideApproval',
  schemaVersion: 1,
  args,
  roles: ['manager'],
  touches: ({ id, quoteId }) => [
    { type: 'approval', id },
    { type: 'quote', id: quoteId },
  ],
  apply: (records, { id, quoteId, ...said }, { userId, role, capturedAt }) => {
    const approval = records.get('approval', id);
    if (approval?.quoteId !== quoteId) return refuse({ type: 'not-found', recordType: 'approval', id });
    const quote = records.get('quote', quoteId);
    if (!quote) return refuse({ type: 'not-found', recordType: 'quote', id: quoteId });
    // PR-176: nobody approves what he asked for himself, or his own quote.
    if (approval.ownerId === userId || quote.ownerId === userId) return refuse({ type: 'not-allowed', role });
    const decided = decide(approval, quote, { ...said, approver: 'manager', role, at: capturedAt });
    if (!decided.ok) {
      const state = decided.error.type === 'quote-changed' ? 'voided' : approval.state;
      return refuse({ type: 'wrong-state', recordType: 'approval', id, state, wanted: 'pending' });
    }
    return ok([
      { type: 'approval', id, record: decided.value.approval },
      { type: 'quote', id: quoteId, record: decided.value.quote },
    ]);
  },
});
