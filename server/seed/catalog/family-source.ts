import { z } from 'zod';
import { productKinds } from '#shared/domain/catalog/product';
import data from '../../../resources/demo/catalog/data.json' with { type: 'json' };
import dimensionSources from '../../../resources/demo/catalog/dimensions.json' with { type: 'json' };
import network from '../../../resources/demo/catalog/network.json' with { type: 'json' };
import security from '../../../resources/demo/catalog/security.json' with { type: 'json' };
import services from '../../../resources/demo/catalog/services.json' with { type: 'json' };
import workplace from '../../../resources/demo/catalog/workplace.json' with { type: 'json' };
import { fullTextSchema } from '../localized-text';

/** One choice along a dimension. Its price is the edition's times `factor` / 1000. */
const dimensionValueSchema = z
  .strictObject({
    code: z.string(),
    factor: z.number().int().positive(),
    /** A whole label, or `text` for the dimension's label to enclose. */
    label: fullTextSchema.optional(),
    text: z.string().optional(),
    termMonths: z.number().int().positive().optional(),
    /** The quantities the choice is meant for. */
    least: z.number().int().positive().optional(),
    most: z.number().int().positive().optional(),
  })
  .refine(({ label, text }) => (label === undefined) !== (text === undefined), 'either a label or a text');

const dimensionSchema = z.strictObject({
  /** The attribute it becomes on a product. */
  attribute: z.string(),
  /** "{}" stands for a value's text. */
  label: fullTextSchema.optional(),
  values: z.array(dimensionValueSchema).min(1),
});

const editionSchema = z.strictObject({
  code: z.string(),
  label: fullTextSchema,
  description: fullTextSchema,
  /** EUR list price per unit, and per period where it recurs, before the dimensions' factors. */
  price: z.string().regex(/^\d+\.\d{2,4}$/),
  attributes: z.record(z.string(), z.string()).optional(),
  lifecycle: z
    .union([
      z.strictObject({ endedDaysAgo: z.number().int().positive(), successor: z.string() }),
      z.strictObject({ startsInDays: z.number().int().positive() }),
    ])
    .optional(),
});

const familySchema = z.strictObject({
  code: z.string(),
  family: z.string(),
  kind: z.enum(productKinds),
  charge: z.enum(['one-time', 'month', 'year', 'usage']),
  unit: z.string(),
  taxCategory: z.string(),
  name: fullTextSchema,
  description: fullTextSchema,
  /** In the order they stand in the SKU and in the name. */
  dimensions: z.array(z.string()),
  editions: z.array(editionSchema).min(1),
});

export type FamilySource = z.infer<typeof familySchema>;
/** What a family's discounts and volume bands go by. */
export type PricedFamily = Pick<FamilySource, 'family' | 'kind'>;
export type EditionSource = z.infer<typeof editionSchema>;
export type DimensionSource = z.infer<typeof dimensionSchema>;
export type DimensionValue = z.infer<typeof dimensionValueSchema>;

export const readFamilies = (): FamilySource[] =>
  z.array(familySchema).parse([...security, ...data, ...workplace, ...network, ...services]);

export const readDimensions = (): ReadonlyMap<string, DimensionSource> =>
  new Map(Object.entries(z.record(z.string(), dimensionSchema).parse(dimensionSources)));
