import { z } from 'zod';
import { endApproval } from '../domain/approval/decide-approval';
import { canMove } from '../domain/quote/lifecycle';
import { revisionId } from '../domain/quote/quote-revision';
import { idSchema } from '../lib/ids';
import { ok } from '../lib/result';
import { defineMutation, partnerRoles, type RecordWrite } from './mutation';
import { refuse } from './rejection';

const args = z.object({
  id: idSchema,
  /** The revision that is replaced, as the person saw it. */
  revision: z.number().int().positive(),
  /** The request that waits for a decision on it, if there is one. */
  approvalId: idSchema.nullable(),
});

/** QUO-2, PR-61: takes a quote back to draft as its next revision. What was approved no longer is; the old revision is kept to compare. */
export const reviseQuote = defineMutation<'reviseQuote', z.infer<typeof args>>({
  name: 'reviseQuote',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id, revision, approvalId }) => [
    { type: 'quote', id },
    { type: 'quoteRevision', id: revisionId(id, revision) },
    ...(approvalId === null ? [] : [{ type: 'approval', id: approvalId } as const]),
  ],
  guards: ({ id }) => [{ type: 'quote', id }],
  apply: (records, { id, revision, approvalId }, { partnerId, capturedAt }) => {
    const quote = records.get('quote', id);
    if (!quote) return refuse({ type: 'not-found', recordType: 'quote', id });
    if (!canMove(quote.state, 'draft') || quote.revision !== revision) {
      return refuse({ type: 'wrong-state', recordType: 'quote', id, state: quote.state, wanted: 'draft' });
    }
    const keptId = revisionId(id, revision);
    const writes: RecordWrite[] = [
      {
        type: 'quote',
        id,
        record: { ...quote, state: 'draft', revision: revision + 1, approval: null, updatedAt: capturedAt },
      },
      {
        type: 'quoteRevision',
        id: keptId,
        record: { id: keptId, partnerId, quoteId: id, revision, quote, replacedAt: capturedAt },
      },
    ];
    const approval = approvalId === null ? undefined : records.get('approval', approvalId);
    if (approval?.quoteId === id) {
      const record = endApproval(approval, 'voided', capturedAt);
      writes.push({ type: 'approval', id: approval.id, record });
    }
    return ok(writes);
  },
});
