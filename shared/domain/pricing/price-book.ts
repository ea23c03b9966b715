import { z } from 'zod';
import { daySchema, instantSchema } from '../../lib/clock';
import { idSchema } from '../../lib/ids';
import { skuSchema } from '../catalog/product';
import { currencySchema, exchangeRateSchema, priceSchema } from '../money/amount';
import { tierSchema } from '../partner/partner';
import { pricingPolicySchema } from './policy';
import { priceBandsSchema } from './volume-bands';

/** One SKU's price in a book; a row of a price-book snapshot. */
export const priceEntrySchema = z.object({
  sku: skuSchema,
  /** Per unit (and per period when recurring), before any discount. */
  list: priceSchema,
  /** PR-30: applies on its first day and not on the day that ends it; null is open. */
  validFrom: daySchema.nullable(),
  validUntil: daySchema.nullable(),
  /** PR-11: the list price by quantity; `list` then stands for one unit on screens. */
  bands: priceBandsSchema.optional(),
  /** PR-24: the least the customer may be charged for a unit (MAP). */
  minimumPrice: priceSchema.optional(),
  /** PR-22: what the reseller's buy waterfall starts from instead of list, in a book made from a distributor's. */
  partnerPrice: priceSchema.optional(),
  /** The same by quantity, where the vendor's list price has bands (PR-11); then `partnerPrice` stands for one unit on screens. */
  partnerBands: priceBandsSchema.optional(),
  /** PR-22: the vendor's cost of the distributor's price "from cost"; only in the vendor's own books. */
  cost: priceSchema.optional(),
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
  /** PR-5: units of `currency` that a unit of the book's is, as of a day. A quote in another currency freezes one of these. */
  exchangeRates: z
    .array(z.object({ currency: currencySchema, rate: exchangeRateSchema, date: daySchema }))
    .optional(),
  policy: pricingPolicySchema,
  /** Why this version came, in the vendor's words. */
  note: z.string().max(500).optional(),
});
export type PriceBookHeader = z.infer<typeof priceBookHeaderSchema>;

/** A whole price-book version ready to price from. */
export interface PriceBook {
  readonly header: PriceBookHeader;
  readonly entry: (sku: string) => PriceEntry | undefined;
}
