import { z } from 'zod';
import { instantSchema } from '../../lib/clock';
import { idSchema } from '../../lib/ids';
import { currencySchema, nonNegativeDecimalSchema } from '../money/amount';

export const goalMeasures = ['won-amount', 'won-deals', 'registrations', 'quotes-presented'] as const;
export type GoalMeasure = (typeof goalMeasures)[number];

/** Others count. */
export const isAmountMeasure = (measure: GoalMeasure): boolean => measure === 'won-amount';

/** What a manager wants a person, or the team, to reach in a period. */
export const goalSchema = z.object({
  id: idSchema,
  partnerId: idSchema,
  /** Null: the whole team. */
  userId: idSchema.nullable(),
  /** A year, quarter or month: "2026", "2026-Q4", "2026-11". */
  period: z.string().regex(/^\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/),
  measure: z.enum(goalMeasures),
  target: nonNegativeDecimalSchema,
  /** Of an amount; null for what is counted. */
  currency: currencySchema.nullable(),
  setBy: idSchema,
  updatedAt: instantSchema,
});
export type Goal = z.infer<typeof goalSchema>;
