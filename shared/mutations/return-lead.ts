import { z } from 'zod';
import { leadReasons } from '../domain/lead/lead';
import { idSchema } from '../lib/ids';
import { leadIn, writeLead } from './lead-in';
import { defineMutation, partnerRoles } from './mutation';

const args = z.object({ id: idSchema, reason: z.enum(leadReasons), text: z.string().max(2_000) });

/** OPP-2: gives a lead back that was accepted, while nothing was made of it. Whose it was stays to be read. */
export const returnLead = defineMutation<'returnLead', z.infer<typeof args>>({
  name: 'returnLead',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: ({ id }) => [{ type: 'lead', id }],
  apply: (records, { id, reason, text }, { userId, capturedAt }) => {
    const lead = leadIn(['accepted'], records, id);
    if (!lead.ok) return lead;
    return writeLead({
      ...lead.value,
      state: 'returned',
      answer: { by: userId, at: capturedAt, reason, text },
      updatedAt: capturedAt,
    });
  },
});
