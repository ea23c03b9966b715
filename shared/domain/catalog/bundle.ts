import { z } from 'zod';
import { quantitySchema } from '../money/amount';
import { localizedSchema } from './localized';

/**
 * PR-14, CAT-3: one thing a bundle can hold. `included`: always there, costs nothing and still appears. `required`: always there, at its
 * price. `optional`: there when selected, at its price.
 */
export const bundleOptionSchema = z.object({
  id: z.string().min(1).max(60),
  sku: z.string().min(1).max(64),
  kind: z.enum(['included', 'required', 'optional']),
  /** Units that come with it unless someone chooses otherwise, and the least and most that can be chosen. */
  quantity: quantitySchema,
  min: quantitySchema.nullable(),
  max: quantitySchema.nullable(),
  /** `per-bundle`: that many for each bundle; `fixed`: that many however many bundles. */
  scaling: z.enum(['per-bundle', 'fixed']),
});
export type BundleOption = z.infer<typeof bundleOptionSchema>;

/** Options among which `choose.min` to `choose.max` (null: all) are taken; min and max 1 makes them exclusive. */
export const bundleGroupSchema = z.object({
  id: z.string().min(1).max(60),
  name: localizedSchema,
  choose: z.object({ min: z.number().int().min(0), max: z.number().int().min(1).nullable() }),
  options: z.array(bundleOptionSchema).min(1),
});
export type BundleGroup = z.infer<typeof bundleGroupSchema>;

export const bundleSchema = z.object({
  /** `sum`: each part at its own price. `fixed`: the bundle's entry is the price of the whole, allocated over its components. */
  pricing: z.enum(['sum', 'fixed']),
  /** Whether the manual discount of the bundle's line is given on its components too. */
  discountCascades: z.boolean(),
  groups: z.array(bundleGroupSchema),
});
export type Bundle = z.infer<typeof bundleSchema>;

/** The option of that id in any of the bundle's groups. */
export const bundleOption = (bundle: Bundle, optionId: string): BundleOption | undefined =>
  bundle.groups.flatMap(({ options }) => options).find(({ id }) => id === optionId);
