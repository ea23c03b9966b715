import { z } from 'zod';
import { daySchema, instantSchema } from '../../lib/clock';
import { idSchema } from '../../lib/ids';
import { skuSchema } from '../catalog/product';
import { percentSchema, priceSchema, quantitySchema } from '../money/amount';

/** PR-20 step "deal-registration": the discount a registered deal was granted. Written by the vendor. */
export const dealRegistrationSchema = z.object({
  id: idSchema,
  partnerId: idSchema,
  number: z.string().min(1).max(40),
  /** The end customer it protects: it counts in this account's quotes only. */
  accountId: idSchema,
  validFrom: daySchema,
  validUntil: daySchema,
  /** The most specific one counts, as in an agreement (PR-104). */
  discounts: z.array(
    z.object({ family: z.string().nullable(), sku: skuSchema.nullable(), percent: percentSchema }),
  ),
});
export type DealRegistration = z.infer<typeof dealRegistrationSchema>;

const wanted = z.object({
  lineId: idSchema,
  sku: skuSchema,
  quantity: quantitySchema,
  /** What the partner would like to pay for a unit, in the quote's currency. */
  unitPrice: priceSchema,
});

/** What the vendor grants for a SKU: a net price of the unit in the book's currency, or a percentage off. */
export const specialBidTermSchema = z.object({
  sku: skuSchema,
  price: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('net'), unitPrice: priceSchema }),
    z.object({ kind: z.literal('percent'), percent: percentSchema }),
  ]),
  /** The most units it holds for in one quote; null: any. */
  maxQuantity: quantitySchema.nullable(),
});

export const specialBidStates = ['requested', 'granted', 'rejected', 'withdrawn'] as const;

/** PR-20 step "special-bid": asked for by the rep for one quote, granted or refused by the vendor. */
export const specialBidSchema = z.object({
  id: idSchema,
  partnerId: idSchema,
  ownerId: idSchema,
  quoteId: idSchema,
  quoteNumber: z.string().max(40),
  accountId: idSchema.nullable(),
  currency: z.string(),
  state: z.enum(specialBidStates),
  /** Why the deal needs it: competitor, volume, strategic customer; in the rep's words. */
  justification: z.string().max(10_000),
  competitor: z.string().max(200),
  wanted: z.array(wanted).min(1).max(5_000),
  /** Empty until granted. */
  terms: z.array(specialBidTermSchema),
  number: z.string().max(40).nullable(),
  validFrom: daySchema.nullable(),
  validUntil: daySchema.nullable(),
  decision: z.object({ by: z.string(), at: instantSchema, comment: z.string().max(2_000) }).nullable(),
  requestedAt: instantSchema,
  updatedAt: instantSchema,
});
export type SpecialBid = z.infer<typeof specialBidSchema>;
