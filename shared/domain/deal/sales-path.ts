import { z } from 'zod';
import { idSchema } from '../../lib/ids';
import { localizedSchema } from '../catalog/localized';
import { stageSchema } from './opportunity';

const key = z.string().min(1).max(60);

/** What must be so before a deal leaves its stage. */
export const exitCriterionSchema = z.object({
  id: key,
  text: localizedSchema,
  /** Asked for before the next stage; otherwise a reminder. */
  required: z.boolean(),
});

/** Something worth sending to the customer in a stage. */
export const stageMaterialSchema = z.object({
  id: key,
  title: localizedSchema,
  /** Where it is; null: nothing to open, the title says what to write. */
  url: z.url().max(500).nullable(),
});

/** When the days of an obligation begin to count. */
export const obligationStarts = ['registered', 'granted', 'won', 'ordered', 'invoiced'] as const;

export const obligationTemplateSchema = z.object({
  id: key,
  text: localizedSchema,
  side: z.enum(['partner', 'vendor']),
  from: z.enum(obligationStarts),
  /** Days from then until it is due. */
  days: z.number().int().min(0).max(730),
});
export type ObligationTemplate = z.infer<typeof obligationTemplateSchema>;

/** OPP-1, OPP-7: how the vendor wants deals to be led, as data. Written by the vendor, one for each partner. */
export const salesPathSchema = z.object({
  id: idSchema,
  partnerId: idSchema,
  name: localizedSchema,
  stages: z
    .array(
      z.object({
        stage: stageSchema,
        guidance: localizedSchema,
        exit: z.array(exitCriterionSchema).max(20),
        send: z.array(stageMaterialSchema).max(20),
        /** Chance of winning from here, in percent: weights the forecast. */
        probability: z.number().int().min(0).max(100),
      }),
    )
    .max(10),
  obligations: z.array(obligationTemplateSchema).max(50),
});
export type SalesPath = z.infer<typeof salesPathSchema>;
