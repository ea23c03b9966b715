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

export const forecasts = ['omitted', 'pipeline', 'best-case', 'commit'] as const;
export const forecastSchema = z.enum(forecasts);
export type Forecast = z.infer<typeof forecastSchema>;

/** The most exit criteria an opportunity keeps as met: as many as a sales path can have. */
export const maxMetCriteria = 200;

/** Moves along the sales path that a deal keeps: the latest. */
export const maxStageMoves = 100;

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
  // Since protocol version 3.
  /** What the rep expects of it in the forecast; absent: what its stage says. */
  forecast: forecastSchema.nullish(),
  /** Of one that was lost, in the rep's words. */
  lostReason: z.string().max(2_000).nullish(),
  /** The exit criteria of the sales path that are met, by their ids. */
  met: z.record(z.string().min(1).max(60), z.object({ by: idSchema, at: instantSchema })).nullish(),
  /** Who moved it along the sales path, the latest last. */
  stageMoves: z
    .array(z.object({ to: stageSchema, by: idSchema, at: instantSchema }))
    .max(maxStageMoves)
    .nullish(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  /** Who wrote it last; absent when the first release did. */
  updatedBy: idSchema.nullish(),
  /** SY-14: who wrote each field last, by its name; a field not here is as it was made, or as the first release wrote it. */
  writtenBy: z.record(z.string().max(60), idSchema).nullish(),
});
export type Opportunity = z.infer<typeof opportunitySchema>;
