import { z } from 'zod';
import { conditionSchema, type FactCondition } from './condition';

/** A trail on the wire: why rules did not match (evaluate-rules.ts). */
export const trailSchema = z.array(
  z.object({
    ruleId: z.string(),
    name: z.string(),
    matched: z.boolean(),
    unmet: z.array(
      z.object({
        condition: conditionSchema.refine(
          (condition): condition is FactCondition => condition.kind === 'text' || condition.kind === 'number',
        ),
        negated: z.boolean(),
        value: z.union([z.string(), z.array(z.string()), z.null()]),
      }),
    ),
  }),
);
