import { z } from 'zod';
import { daySchema, instantSchema } from '../../lib/clock';
import { idSchema } from '../../lib/ids';
import { skuSchema } from '../catalog/product';
import { currencySchema, priceSchema } from '../money/amount';
import { tierSchema } from '../partner/partner';
import { pricingPolicySchema } from './policy';

/** One SKU's price in a book; a row of a price-book snapshot. */
export const priceEntrySchema = z.object({
  sku: skuSchema,
  /** Per unit (and per period when recurring), before any discount. */
  list: priceSchema,
  /** PR-30: applies on its first day and not on the day that ends it; null is open. */
  validFrom: daySchema.nullable(),
  validUntil: daySchema.nullable(),
});
export type PriceEntry = z.infer<typeof priceEntrySchema>;

/** What a price-book version is, without its entries (PRI-1). */
export const priceBookHeaderSchema = z.object({
  bookId: idSchema,
  version: z.number().int().positive(),
  name: z.string().min(1).max(120),
  /** The catalog its SKUs are described in. */
  catalogId: idSchema,
  currency: currencySchema,
  /** null: for every tier. */
  tier: tierSchema.nullable(),
  validFrom: daySchema,
  validUntil: daySchema.nullable(),
  publishedAt: instantSchema,
  policy: pricingPolicySchema,
});
export type PriceBookHeader = z.infer<typeof priceBookHeaderSchema>;

/** A whole price-book version ready to price from. */
export interface PriceBook {
  readonly header: PriceBookHeader;
  readonly entry: (sku: string) => PriceEntry | undefined;
}
