import { z } from 'zod';
import { daySchema } from '../../lib/clock';
import { bundleSchema } from './bundle';
import { constraintSchema } from './constraint';
import { localizedSchema, textIn, type Language } from './localized';

export const skuSchema = z
  .string()
  .min(1)
  .max(64)
  .regex(/^\S(.*\S)?$/, 'a SKU has no spaces at its ends');

/** PR-10: what a unit of the product charges. `recurring` prices are per period for a term in months. */
export const chargeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('one-time') }),
  z.object({
    kind: z.literal('recurring'),
    period: z.enum(['month', 'year']),
    termMonths: z.number().int().positive(),
  }),
  z.object({ kind: z.literal('usage') }),
]);
export type Charge = z.infer<typeof chargeSchema>;

export const productKinds = ['licence', 'subscription', 'hardware', 'service'] as const;

/** CAT-1. A row of a catalog snapshot; prices live in price books. */
export const productSchema = z.object({
  sku: skuSchema,
  /** The key that discounts, volume bands and filters name. */
  family: z.string().min(1).max(80),
  /** What people read for it; absent in imported lists, where the key itself is the name. */
  familyName: localizedSchema.optional(),
  kind: z.enum(productKinds),
  name: localizedSchema,
  description: localizedSchema,
  vendor: z.string().max(120),
  unit: z.string().max(20),
  charge: chargeSchema,
  /** Key into the tax policy's rates, e.g. "standard". */
  taxCategory: z.string().min(1).max(40),
  orderableFrom: daySchema.nullable(),
  orderableUntil: daySchema.nullable(),
  successorSku: skuSchema.nullable(),
  /** As last synced; null for what has no stock (licences, services). */
  stock: z
    .object({ level: z.number().int().nonnegative(), leadTimeDays: z.number().int().nonnegative() })
    .nullable(),
  attributes: z.record(z.string(), z.string()),
  /** CAT-3: what it is made of, for a bundle. */
  bundle: bundleSchema.optional(),
  /** CAT-4: what it needs, excludes or goes well with. */
  constraints: z.array(constraintSchema).max(50).optional(),
  /** QUO-6: the next edition up, the same otherwise. */
  nextEditionSku: skuSchema.optional(),
});
export type Product = z.infer<typeof productSchema>;

export const familyIn = ({ family, familyName }: Product, language: Language): string =>
  familyName ? textIn(familyName, language) : family;
