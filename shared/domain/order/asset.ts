import { z } from 'zod';
import { daySchema } from '../../lib/clock';
import { idSchema } from '../../lib/ids';
import { quantitySchema } from '../money/amount';
import { skuSchema } from '../catalog/product';

/** ORD-2: what an end customer has of the vendor's. Written by the vendor from fulfilled orders. */
export const assetSchema = z.object({
  id: idSchema,
  partnerId: idSchema,
  accountId: idSchema,
  /** Null: bought outright. */
  contractId: idSchema.nullable(),
  orderId: idSchema.nullable(),
  sku: skuSchema,
  description: z.string().max(10_000),
  quantity: quantitySchema,
  serialNumbers: z.array(z.string().min(1).max(80)).max(5_000),
  startsOn: daySchema,
  /** The last day, included; null: without an end. */
  endsOn: daySchema.nullable(),
  state: z.enum(['active', 'ended']),
});
export type Asset = z.infer<typeof assetSchema>;
