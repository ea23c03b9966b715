import { z } from 'zod';
import {
  guideOfferSchema,
  guideQuestionSchema,
  guideRuleSchema,
  sellingGuideSchema,
  type SellingGuide,
} from '#shared/domain/catalog/selling-guide';
import type { Product } from '#shared/domain/catalog/product';
import guides from '../../../resources/demo/catalog/guides.json' with { type: 'json' };
import { fullTextSchema } from '../localized-text';
import { catalogId } from './catalog-id';
import type { DimensionSource } from './family-source';

/** A guide as it is written: sizes instead of SKUs where a product comes in many, and what SKUs begin with instead of each of them. */
const guideSourceSchema = z.strictObject({
  id: z.string(),
  name: fullTextSchema,
  description: fullTextSchema,
  purposes: z.array(z.strictObject({ id: z.string(), name: fullTextSchema })),
  questions: z.array(guideQuestionSchema),
  offers: z.array(
    guideOfferSchema
      .omit({ skus: true })
      /** "{}" in the SKU stands for the code of a size of the dimension `sizes`. */
      .extend({ sku: z.string(), sizes: z.string().optional(), reason: fullTextSchema }),
  ),
  rules: z.array(
    guideRuleSchema.omit({ target: true }).extend({
      target: z.strictObject({ starting: z.array(z.string()), family: z.string().nullable() }),
      reason: fullTextSchema,
    }),
  ),
});

/** CAT-5: the vendor's guides for each partner. Throws when one could not be followed. */
export function buildGuides(
  partnerIds: readonly string[],
  products: readonly Product[],
  dimensions: ReadonlyMap<string, DimensionSource>,
): SellingGuide[] {
  const sources = z.array(guideSourceSchema).parse(guides);
  const skusStarting = (starts: readonly string[]): string[] =>
    products.flatMap(({ sku }) => (starts.some((start) => sku.startsWith(start)) ? [sku] : []));
  return partnerIds.flatMap((partnerId) =>
    sources.map((source) =>
      sellingGuideSchema.parse({
        ...source,
        id: `${partnerId}-guide-${source.id}`,
        partnerId,
        catalogId,
        offers: source.offers.map(({ sku, sizes, ...offer }) => ({
          ...offer,
          skus: sizes === undefined ? [{ from: '0', sku }] : skusBySize(sku, dimensions.get(sizes)),
        })),
        rules: source.rules.map(({ target, ...rule }) => ({
          ...rule,
          target: { family: target.family, skus: skusStarting(target.starting) },
        })),
      }),
    ),
  );
}

function skusBySize(
  pattern: string,
  dimension: DimensionSource | undefined,
): { from: string; sku: string }[] {
  if (!dimension) throw new Error(`No sizes for ${pattern}`);
  return dimension.values.flatMap(({ code, least }) =>
    least === undefined ? [] : [{ from: String(least), sku: pattern.replace('{}', code) }],
  );
}
