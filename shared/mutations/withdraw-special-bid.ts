import { z } from 'zod';
import { idSchema } from '../lib/ids';
import { ok } from '../lib/result';
import { defineMutation, partnerRoles } from './mutation';
import { refuse } from './rejection';

const args = z.object({ id: idSchema });

/** Takes a request for special prices back before the vendor decided. */
export const withdrawSpecialBid = defineMutation<'withdrawSpecialBid', z.infer<typeof args>>({
  name: 'withdrawSpecialBid',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id }) => [{ type: 'specialBid', id }],
  apply: (records, { id }, { capturedAt }) => {
    const bid = records.get('specialBid', id);
    if (!bid) return refuse({ type: 'not-found', recordType: 'specialBid', id });
    if (bid.state !== 'requested') {
      const { state } = bid;
      return refuse({ type: 'wrong-state', recordType: 'specialBid', id, state, wanted: 'requested' });
    }
    return ok([{ type: 'specialBid', id, record: { ...bid, state: 'withdrawn', updatedAt: capturedAt } }]);
  },
});
