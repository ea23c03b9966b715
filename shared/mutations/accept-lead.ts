import { z } from 'zod';
import { idSchema } from '../lib/ids';
import { leadIn, writeLead } from './lead-in';
import { defineMutation, partnerRoles } from './mutation';

const args = z.object({ id: idSchema });

/** OPP-2: takes a lead on; it is the person's who was first. In time or not, the server's clock says (SY-11). */
export const acceptLead = defineMutation<'acceptLead', z.infer<typeof args>>({
  name: 'acceptLead',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id }) => [{ type: 'lead', id }],
  apply: (records, { id }, { userId, capturedAt }) => {
    const lead = leadIn(['offered'], records, id);
    if (!lead.ok) return lead;
    return writeLead({
      ...lead.value,
      state: 'accepted',
      ownerId: userId,
      answer: { by: userId, at: capturedAt, reason: null, text: '' },
      updatedAt: capturedAt,
    });
  },
});
