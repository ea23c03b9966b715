import { z } from 'zod';
import { daySchema } from '../../lib/clock';
import { idSchema } from '../../lib/ids';
import { nonNegativeDecimalSchema, priceSchema } from '../money/amount';

/** What an ordered line does to a contract: PR-50, PR-51; `join`: a new product that runs with the contract (PR-13). */
export const contractActionSchema = z.enum(['add', 'reduce', 'renew', 'join']);

const monthsSchema = z.number().int().min(1).max(600);

/**
 * ORD-2: what an ordered line begins once it is fulfilled: something owned, a term at unit prices, or a change of a contract. What is charged
 * by use commits to nothing.
 */
export const orderedTermsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('one-time') }),
  z.object({ kind: z.literal('usage') }),
  z.object({
    kind: z.literal('recurring'),
    /** What the unit prices are for. */
    period: z.enum(['month', 'year']),
    /** First and last day, both included; null: not dated, from the day of delivery for so many months. */
    startsOn: daySchema.nullable(),
    endsOn: daySchema.nullable(),
    /** Whole months of a term that is not dated; null for a dated one. */
    months: monthsSchema.nullable(),
    /** PR-143: quantities of successive runs; empty: the line's quantity all along. */
    ramp: z.array(z.object({ months: monthsSchema, quantity: nonNegativeDecimalSchema })).max(60),
    /** Of a unit and period, after every discount, without tax, with up to 6 decimals, in the order's currency. */
    listUnit: priceSchema,
    buyUnit: priceSchema,
    sellUnit: priceSchema,
    change: z
      .object({ contractId: idSchema, contractLineId: idSchema.nullable(), action: contractActionSchema })
      .nullable(),
  }),
]);
export type OrderedTerms = z.infer<typeof orderedTermsSchema>;
export type RecurringTerms = Extract<OrderedTerms, { kind: 'recurring' }>;
