import { z } from 'zod';
import { bundleSchema } from '#shared/domain/catalog/bundle';
import { constraintSchema, type Constraint } from '#shared/domain/catalog/constraint';
import { chargeSchema, productKinds, skuSchema } from '#shared/domain/catalog/product';
import bundles from '../../../resources/demo/catalog/bundles.json' with { type: 'json' };
import constraints from '../../../resources/demo/catalog/constraints.json' with { type: 'json' };
import { fullTextSchema } from '../localized-text';

/** A product that stands on its own: a bundle, or a part that is sold with one. */
const singleProductSchema = z.strictObject({
  sku: skuSchema,
  family: z.string(),
  familyName: fullTextSchema,
  kind: z.enum(productKinds),
  charge: chargeSchema,
  unit: z.string(),
  /** EUR list price. */
  price: z.string().regex(/^\d+\.\d{2}$/),
  name: fullTextSchema,
  description: fullTextSchema,
  attributes: z.record(z.string(), z.string()),
  bundle: bundleSchema.optional(),
});
export type SingleProduct = z.infer<typeof singleProductSchema>;

const ruleSchema = z.strictObject({
  /** What the SKUs begin with whose products have the constraint, and what they contain. */
  on: z.array(z.string()).min(1),
  containing: z.string().optional(),
  constraint: constraintSchema,
});

export const readSingleProducts = (): SingleProduct[] => z.array(singleProductSchema).parse(bundles);

/** The constraints that the product of a SKU has. */
export function readConstraints(): (sku: string) => Constraint[] {
  const rules = z.array(ruleSchema).parse(constraints);
  return (sku) =>
    rules.flatMap(({ on, containing = '', constraint }) =>
      on.some((start) => sku.startsWith(start)) && sku.includes(containing) ? [constraint] : [],
    );
}
