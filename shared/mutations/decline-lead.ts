import { z } from 'zod';
import { leadReasons } from '../domain/lead/lead';
import { idSchema } from '../lib/ids';
import { leadIn, writeLead } from './lead-in';
import { defineMutation, partnerRoles } from './mutation';

const args = z.object({ id: idSchema, reason: z.enum(leadReasons), text: z.string().max(2_000) });

/** OPP-2: does not take a lead on; the vendor gives it to somebody else. */
export const declineLead = defineMutation<'declineLead', z.infer<typeof args>>({
  name: 'declineLead',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id }) => [{ type: 'lead', id }],
  apply: (records, { id, reason, text }, { userId, capturedAt }) => {
    const lead = leadIn(['offered'], records, id);
    if (!lead.ok) return lead;
    return writeLead({
      ...lead.value,
      state: 'declined',
      answer: { by: userId, at: capturedAt, reason, text },
      updatedAt: capturedAt,
    });
  },
});
