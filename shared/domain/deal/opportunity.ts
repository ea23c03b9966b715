import { z } from 'zod';
import { daySchema, instantSchema } from '../../lib/clock';
import { idSchema } from '../../lib/ids';
import { currencySchema, nonNegativeDecimalSchema } from '../money/amount';

/** The sales path, in order; the last two are ends. */
export const stages = [
  'prospecting',
  'qualification',
  'solution',
  'proposal',
  'negotiation',
  'won',
  'lost',
] as const;
export const stageSchema = z.enum(stages);
export type Stage = z.infer<typeof stageSchema>;

/** Neither won nor lost yet. */
export const isOpenStage = (stage: Stage): boolean => stage !== 'won' && stage !== 'lost';

/** OPP-1: a deal in the making with one account. */
export const opportunitySchema = z.object({
  id: idSchema,
  partnerId: idSchema,
  ownerId: idSchema,
  accountId: idSchema,
  name: z.string().trim().min(1).max(200),
  stage: stageSchema,
  /** Expected value, an estimate by the rep. */
  amount: nonNegativeDecimalSchema,
  currency: currencySchema,
  closeOn: daySchema,
  nextStep: z.string().max(500),
  notes: z.string().max(20_000),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  /** Who wrote it last; absent when the first release did. */
  updatedBy: idSchema.nullish(),
  /** SY-14: who wrote each field last, by its name; a field not here is as it was made, or as the first release wrote it. */
  writtenBy: z.record(z.string().max(60), idSchema).nullish(),
});
export type Opportunity = z.infer<typeof opportunitySchema>;
