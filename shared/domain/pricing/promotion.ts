import { z } from 'zod';
import { daySchema } from '../../lib/clock';
import { idSchema } from '../../lib/ids';
import { skuSchema } from '../catalog/product';
import { segmentSchema } from '../deal/account';
import { percentSchema, priceSchema, quantitySchema } from '../money/amount';
import { tierSchema } from '../partner/partner';

/** PR-15: what a promotion does to what the partner pays. Amounts are in the book's currency, per unit. */
export const promotionEffectSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('percent'), percent: percentSchema }),
  z.object({ kind: z.literal('amount-off'), amount: priceSchema }),
  z.object({ kind: z.literal('fixed-price'), price: priceSchema }),
  z.object({
    /** For each whole `buy` units of the promoted products, `free` units cost nothing. */
    kind: z.literal('free-goods'),
    buy: quantitySchema.refine((text) => Number(text) > 0, 'must be more than zero'),
    free: quantitySchema.refine((text) => Number(text) > 0, 'must be more than zero'),
    /** What is free; null: units of the same line, which are then counted as buy and free together. */
    freeSku: skuSchema.nullable(),
  }),
]);

/** null or absent: no condition. A list is met by any of its members. */
const anyOf = <T extends z.ZodType>(member: T) => z.array(member).min(1).nullable();

/** PR-15. A partner receives its own promotions only; their conditions are checked all the same. */
export const promotionSchema = z.object({
  id: idSchema,
  partnerId: idSchema,
  code: z.string().min(1).max(40),
  name: z.string().min(1).max(200),
  effect: promotionEffectSchema,
  conditions: z.object({
    skus: anyOf(skuSchema),
    families: anyOf(z.string()),
    /** Of the line. */
    minQuantity: quantitySchema.nullable(),
    segments: anyOf(segmentSchema),
    tiers: anyOf(tierSchema),
    regions: anyOf(z.string()),
  }),
  /** PR-30. */
  validFrom: daySchema,
  validUntil: daySchema.nullable(),
  /** The most units that benefit in one quote, given out in line order; null: no cap. */
  maxUnits: quantitySchema.nullable(),
  /** Of one group only the best for the partner applies; null: it stacks with any other. */
  exclusiveGroup: z.string().max(40).nullable(),
  /** Lower is applied first and wins ties; then by code. */
  priority: z.number().int().min(0).max(9_999),
});
export type Promotion = z.infer<typeof promotionSchema>;
