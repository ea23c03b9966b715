import { z } from 'zod';
import { percentSchema, upliftSchema } from '../money/amount';
import { roundingModeSchema } from '../money/rounding-mode';
import { tierSchema } from '../partner/partner';
import { approvalRuleSchema, approverSchema } from './condition';
import { volumeScheduleSchema } from './volume-bands';

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

/** PR-24: what happens when a floor is broken. `block`: the quote cannot be presented; `approval`: the named approver may allow it. */
export const onBreachSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('block') }),
  z.object({
    action: z.literal('approval'),
    approver: approverSchema,
    order: z.number().int().min(0).max(99),
  }),
]);
export type OnBreach = z.infer<typeof onBreachSchema>;

export const marginFloorSchema = z.object({
  /** Of each line, or of the quote's total. */
  scope: z.enum(['line', 'quote']),
  /** null: every family. Only for lines. */
  family: z.string().nullable(),
  percent: percentSchema,
  onBreach: onBreachSchema,
});

export const prorationSchema = z.enum(['daily-365', 'daily-actual', 'monthly-ceil', 'monthly-exact']);
export type Proration = z.infer<typeof prorationSchema>;
export const coTermSchema = z.enum(['none', 'to-date', 'average', 'earliest-plus-term']);
export type CoTerm = z.infer<typeof coTermSchema>;

/** PR-51: what a renewal is priced from. An uplift comes after the contracted discounts. */
export const renewalPolicySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('contracted') }),
  z.object({ kind: z.literal('uplift'), percent: upliftSchema }),
  z.object({ kind: z.literal('current-book') }),
]);

/**
 * PR-22: two-tier distribution. Stands only in the vendor's own books: a reseller's book is derived from it (to-reseller-book.ts) and
 * holds nothing but what the reseller pays.
 */
export const distributionSchema = z.object({
  /** What the distributor pays: a percentage off list, or cost and a percentage on top. */
  distributor: z.discriminatedUnion('from', [
    z.object({ from: z.literal('list'), percentOff: percentSchema }),
    z.object({ from: z.literal('cost'), uplift: upliftSchema }),
  ]),
  /** What the reseller pays: the distributor's price and a percentage on top. */
  reseller: z.object({ uplift: upliftSchema }),
});
export type Distribution = z.infer<typeof distributionSchema>;

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
  /** PR-24: the most a role may take off by hand, per line. */
  maxManualDiscount: z.object({ rep: percentSchema, manager: percentSchema }),
  /** PR-24: what follows when a role takes off more. */
  onManualDiscountBreach: onBreachSchema.default({ action: 'approval', approver: 'manager', order: 0 }),
  /** PR-24: what follows when a line is sold below its entry's minimum price (MAP). */
  onMinimumPriceBreach: onBreachSchema.default({ action: 'block' }),
  marginFloors: z.array(marginFloorSchema).default([]),
  /** PR-60. */
  approvalRules: z.array(approvalRuleSchema).max(200).default([]),
  /** PR-12: for recurring charges with a start and an end. */
  proration: prorationSchema.default('daily-actual'),
  /** PR-13. */
  coTerm: coTermSchema.default('to-date'),
  /** PR-50: whether a reduction during the contract is credited. */
  creditReductions: z.boolean().default(false),
  /** PR-51. */
  renewal: renewalPolicySchema.default({ kind: 'contracted' }),
  /** PR-32: what happens to a draft when a newer version of its book arrives. */
  onNewVersion: z.enum(['keep', 'reprice', 'ask']).default('ask'),
  /** PR-22. */
  distribution: distributionSchema.optional(),
});
export type PricingPolicy = z.infer<typeof pricingPolicySchema>;

/** List price less volume, tier, agreement, promotion, deal registration and special bid, each on what is left; half-up at the line and the tax group. */
export const defaultPricingPolicy: PricingPolicy = pricingPolicySchema.parse({
  rounding: { unit: null, line: 'half-up', tax: 'half-up' },
  buySteps: buyStepNames.map((step) => ({ step, basis: 'running', bestOf: null })),
  tierDiscounts: [],
  volumeSchedules: [],
  quoteValidityDays: 30,
  maxManualDiscount: { rep: '10', manager: '25' },
});
