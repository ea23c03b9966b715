import { z } from 'zod';
import { idSchema } from '../../lib/ids';
import { localizedSchema } from '../catalog/localized';

const key = z.string().min(1).max(60);

export const criterionSchema = z.object({
  id: key,
  text: localizedSchema,
  help: localizedSchema.nullable(),
  required: z.boolean(),
  options: z
    .array(z.object({ id: key, label: localizedSchema, points: z.number().int().min(0).max(100) }))
    .min(2)
    .max(12),
});
export type Criterion = z.infer<typeof criterionSchema>;

/** OPP-3: the questions by which leads are qualified. Written by the vendor, one for each partner. */
export const leadCriteriaSchema = z.object({
  id: idSchema,
  partnerId: idSchema,
  name: localizedSchema,
  criteria: z.array(criterionSchema).min(1).max(40),
  /** The score from which a lead counts as qualified, 0 to 100. */
  passAt: z.number().int().min(0).max(100),
});
export type LeadCriteria = z.infer<typeof leadCriteriaSchema>;
