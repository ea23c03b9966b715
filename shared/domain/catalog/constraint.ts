import { z } from 'zod';
import { quantitySchema } from '../money/amount';
import { localizedSchema } from './localized';

const attribute = z.string().min(1).max(60);

/**
 * What a constraint is about: any of the SKUs, or anything of the family. The SKUs stand in the order in which they are offered as a
 * fix; a family alone is satisfied by hand only.
 */
export const constraintTargetSchema = z
  .object({ skus: z.array(z.string().min(1).max(64)).max(50), family: z.string().min(1).max(80).nullable() })
  .refine(({ skus, family }) => skus.length > 0 || family !== null, 'a target names SKUs or a family');
export type ConstraintTarget = z.infer<typeof constraintTargetSchema>;

const common = {
  /** Unique within the product. */
  id: z.string().min(1).max(60),
  /** Why, as the person reads it. */
  explanation: localizedSchema,
};

/** CAT-4: what a product needs, does not go with, or goes well with, wherever it stands in a quote. */
export const constraintSchema = z.discriminatedUnion('kind', [
  z.object({
    ...common,
    kind: z.literal('requires'),
    target: constraintTargetSchema,
    /** `fixed`: that many however many of the product; `per-unit`: that many for each unit of it. */
    quantity: z.object({ per: z.enum(['fixed', 'per-unit']), least: quantitySchema }),
  }),
  z.object({ ...common, kind: z.literal('excludes'), target: constraintTargetSchema }),
  z.object({
    ...common,
    /** Never an issue: a cross-sell hint (QUO-6), `explanation` says why. */
    kind: z.literal('recommends'),
    target: constraintTargetSchema,
    quantity: z.object({ per: z.enum(['fixed', 'per-unit']), least: quantitySchema }),
  }),
  z.object({
    ...common,
    /**
     * The attribute of the target's units, each the number it begins with ("24 ports"), together reaches what all lines with a
     * constraint of this id need: `need` for each of their units, times their own attribute `needAttribute` if one is named.
     */
    kind: z.literal('attribute-sum'),
    target: constraintTargetSchema,
    attribute,
    need: quantitySchema,
    needAttribute: attribute.nullable(),
  }),
  z.object({
    ...common,
    /** Lines of the target have the same value of the attribute as the product; lines without the attribute don't matter. */
    kind: z.literal('attribute-equal'),
    target: constraintTargetSchema,
    attribute,
  }),
]);
export type Constraint = z.infer<typeof constraintSchema>;
