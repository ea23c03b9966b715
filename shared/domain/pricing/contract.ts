import { z } from 'zod';
import { daySchema } from '../../lib/clock';
import { idSchema } from '../../lib/ids';
import { skuSchema } from '../catalog/product';
import { currencySchema, priceSchema, quantitySchema } from '../money/amount';

/** One product under contract, at the prices agreed then. */
export const contractLineSchema = z.object({
  id: idSchema,
  sku: skuSchema,
  description: z.string().max(10_000),
  quantity: quantitySchema,
  /** What the prices are for. */
  period: z.enum(['month', 'year']),
  /** Of a unit and period, in the contract's currency. */
  listUnit: priceSchema,
  buyUnit: priceSchema,
  sellUnit: priceSchema,
  startsOn: daySchema,
  /** The last day, included (PR-12). */
  endsOn: daySchema,
});
export type ContractLine = z.infer<typeof contractLineSchema>;

/** ORD-2: a running contract with an end customer. Written by the vendor from fulfilled orders. */
export const contractSchema = z.object({
  id: idSchema,
  partnerId: idSchema,
  accountId: idSchema,
  number: z.string().min(1).max(40),
  currency: currencySchema,
  startsOn: daySchema,
  endsOn: daySchema,
  lines: z.array(contractLineSchema).min(1),
  // Since protocol version 3.
  /** The order it began with. */
  orderId: idSchema.nullish(),
  /** PR-51: the quote that the server made to renew it. */
  renewalQuoteId: idSchema.nullish(),
  /** The contract that followed it. */
  renewedById: idSchema.nullish(),
});
export type Contract = z.infer<typeof contractSchema>;
