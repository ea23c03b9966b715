import { z } from 'zod';
import { orderSchema } from '../domain/order/order';
import { isStorable, notStorable } from '../lib/storable-text';

/** GET /api/v1/vendor/orders (channel, admin): what waits for a decision and what was decided, newest first. */
export const vendorOrderListSchema = z.object({
  orders: z.array(
    z.object({
      order: orderSchema.omit({ lines: true }),
      partnerName: z.string(),
      accountName: z.string(),
      lineCount: z.number(),
    }),
  ),
});

/** GET /api/v1/vendor/orders/{orderId} (channel, admin): one order whole, with its lines, to decide on what is seen. 404 is the error `not-found`. */
export const vendorOrderSchema = z.object({
  order: orderSchema,
  partnerName: z.string(),
  accountName: z.string(),
});

/** POST /api/v1/vendor/orders/{orderId}/decision (channel, admin). Reaches the rep with the next pull. */
export const orderDecisionSchema = z.object({
  decision: z.enum(['accepted', 'rejected']),
  reason: z.string().max(2_000).refine(isStorable, notStorable),
});
