import { z } from 'zod';
import { endApproval } from '../domain/approval/decide-approval';
import { idSchema } from '../lib/ids';
import { ok } from '../lib/result';
import { defineMutation, partnerRoles } from './mutation';
import { refuse } from './rejection';

const args = z.object({ id: idSchema, quoteId: idSchema });

/** QUO-3: takes a request back before it was decided; the quote is a draft again, unchanged. */
export const withdrawApproval = defineMutation<'withdrawApproval', z.infer<typeof args>>({
  name: 'withdrawApproval',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id, quoteId }) => [
    { type: 'approval', id },
    { type: 'quote', id: quoteId },
  ],
  apply: (records, { id, quoteId }, { capturedAt }) => {
    const approval = records.get('approval', id);
    if (approval?.quoteId !== quoteId) return refuse({ type: 'not-found', recordType: 'approval', id });
    const quote = records.get('quote', quoteId);
    if (!quote) return refuse({ type: 'not-found', recordType: 'quote', id: quoteId });
    if (approval.state !== 'pending' || quote.state !== 'in-approval') {
      const { state } = approval;
      return refuse({ type: 'wrong-state', recordType: 'approval', id, state, wanted: 'pending' });
    }
    return ok([
      { type: 'approval', id, record: endApproval(approval, 'withdrawn', capturedAt) },
      { type: 'quote', id: quoteId, record: { ...quote, state: 'draft', updatedAt: capturedAt } },
    ]);
  },
});
