import { z } from 'zod';
import { percentSchema, quantitySchema } from '../money/amount';
import { roundingModeSchema } from '../money/rounding-mode';
import { tierSchema } from '../partner/partner';

/** PR-2: a named mode at a named stage. `unit: null` leaves unit prices unrounded, the default. */
export const roundingPolicySchema = z.object({
  unit: z.object({ mode: roundingModeSchema, decimals: z.number().int().min(0).max(6) }).nullable(),
  line: roundingModeSchema,
  tax: roundingModeSchema,
});

export const buyStepNames = [
  'volume',
  'tier',
  'agreement',
  'promotion',
  'deal-registration',
  'special-bid',
] as const;
export const buyStepNameSchema = z.enum(buyStepNames);
export type BuyStepName = z.infer<typeof buyStepNameSchema>;

/** PR-21: one step of the buy waterfall. Steps of one `bestOf` group compete: only the largest reduction applies. */
export const waterfallStepSchema = z.object({
  step: buyStepNameSchema,
  basis: z.enum(['running', 'list']),
  bestOf: z.string().max(40).nullable(),
});
export type WaterfallStep = z.infer<typeof waterfallStepSchema>;

/** PR-11, `range` only so far: the band's discount applies to all units. Bands name their lower bound, inclusive. */
export const volumeScheduleSchema = z.object({
  id: z.string().min(1).max(60),
  /** By the line's quantity, or by the family's across the quote. */
  scope: z.enum(['line', 'family']),
  /** null: every family. */
  family: z.string().nullable(),
  bands: z.array(z.object({ from: quantitySchema, percent: percentSchema })).min(1),
});
export type VolumeSchedule = z.infer<typeof volumeScheduleSchema>;

/** What a price book says about how its prices are used: data, not code (PR-21). */
export const pricingPolicySchema = z.object({
  rounding: roundingPolicySchema,
  buySteps: z.array(waterfallStepSchema),
  /** Only the tier the book is made for: a partner never sees another tier's terms (PR-22). */
  tierDiscounts: z.array(
    z.object({ tier: tierSchema, family: z.string().nullable(), percent: percentSchema }),
  ),
  volumeSchedules: z.array(volumeScheduleSchema),
  quoteValidityDays: z.number().int().min(1).max(365),
  /** PR-24: the most a role may take off by hand, per line. Above it the quote needs approval. */
  maxManualDiscount: z.object({ rep: percentSchema, manager: percentSchema }),
});
export type PricingPolicy = z.infer<typeof pricingPolicySchema>;

/** List price less tier, agreement and volume, each on what is left; half-up at the line and the tax group. */
export const defaultPricingPolicy: PricingPolicy = {
  rounding: { unit: null, line: 'half-up', tax: 'half-up' },
  buySteps: [
    { step: 'volume', basis: 'running', bestOf: null },
    { step: 'tier', basis: 'running', bestOf: null },
    { step: 'agreement', basis: 'running', bestOf: null },
  ],
  tierDiscounts: [],
  volumeSchedules: [],
  quoteValidityDays: 30,
  maxManualDiscount: { rep: '10', manager: '25' },
};
