import { z } from 'zod';
import { daySchema, instantSchema } from '../../lib/clock';
import { idSchema } from '../../lib/ids';
import { localizedSchema } from '../catalog/localized';

const doneSchema = z.object({ by: z.string().max(200), at: instantSchema, note: z.string().max(2_000) });

/** OPP-7: one step that somebody owes in a deal, from its registration to the customer's payment. */
export const obligationSchema = z.object({
  id: idSchema,
  partnerId: idSchema,
  opportunityId: idSchema,
  /** The step of the sales path it was made from; null: somebody's own. */
  templateId: z.string().min(1).max(60).nullable(),
  text: localizedSchema,
  side: z.enum(['partner', 'vendor']),
  /** Whose turn it is on the partner's side; null: nobody named, or the vendor's. */
  ownerId: idSchema.nullable(),
  dueOn: daySchema,
  done: doneSchema.nullable(),
  /** What was written when it was done before and then opened again, oldest first; absent: nothing. */
  earlier: z.array(doneSchema).max(1_000).nullish(),
  /** By the server: how often it was passed up since it became overdue; null: never. */
  escalation: z.object({ level: z.number().int().min(1).max(9), at: instantSchema }).nullable(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type Obligation = z.infer<typeof obligationSchema>;
