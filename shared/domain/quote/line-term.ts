import { z } from 'zod';
import { daySchema } from '../../lib/clock';
import { quantitySchema } from '../money/amount';
import { billingPlans } from '../pricing/periods';

export { billingPlans, type BillingPlan } from '../pricing/periods';

/** PR-10, PR-12, PR-13: the term of a recurring line. Without one the line runs for the months of its product, undated. */
export const lineTermSchema = z.object({
  /** The first day; null: not dated, whole months. */
  startsOn: daySchema.nullable(),
  /**
   * When it ends. `months`: that many whole months. `day`: on this day, included, prorated by the policy. `contract`: with the quote's
   * contract, by the policy's co-termination.
   */
  end: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('months'), months: z.number().int().min(1).max(600) }),
    z.object({ kind: z.literal('day'), endsOn: daySchema }),
    z.object({ kind: z.literal('contract') }),
  ]),
  billing: z.enum(billingPlans),
  /** Quantities for successive runs of whole months, in place of the line's quantity; together as long as the term. Empty: no ramp. */
  ramp: z.array(z.object({ months: z.number().int().min(1).max(600), quantity: quantitySchema })).max(60),
});
export type LineTerm = z.infer<typeof lineTermSchema>;
