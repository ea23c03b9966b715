import { z } from 'zod';
import { instantSchema } from '../../lib/clock';
import { idSchema } from '../../lib/ids';
import { currencySchema, decimalSchema, percentSchema } from '../money/amount';
import { roleSchema } from '../partner/partner';
import { approverSchema } from '../pricing/condition';
import { approvalReasonSchema } from './approval-reason';

/** QUO-3. `voided`: the quote changed while it waited (PR-61). */
export const approvalStates = [
  'pending',
  'approved',
  'rejected',
  'countered',
  'withdrawn',
  'voided',
] as const;
export const approvalStateSchema = z.enum(approvalStates);
export type ApprovalState = z.infer<typeof approvalStateSchema>;

/** What an approver offers instead: other manual discounts. The rep takes it over into the draft or not. */
export const counterOfferSchema = z.object({
  /** null: as asked. */
  discountPercent: percentSchema.nullable(),
  lines: z.array(z.object({ lineId: idSchema, discountPercent: percentSchema })).max(5_000),
});
export type CounterOffer = z.infer<typeof counterOfferSchema>;

export const approvalDecisionSchema = z.object({
  outcome: z.enum(['approve', 'reject', 'counter']),
  approver: approverSchema,
  by: z.string().max(200),
  role: roleSchema,
  at: instantSchema,
  comment: z.string().max(2_000),
  counter: counterOfferSchema.nullable(),
});
export type ApprovalDecision = z.infer<typeof approvalDecisionSchema>;

/** QUO-3: a rep's request to let one quote's exact content out. Approvers decide in the order of `steps`. */
export const approvalSchema = z.object({
  id: idSchema,
  partnerId: idSchema,
  /** Who asked. */
  ownerId: idSchema,
  quoteId: idSchema,
  quoteNumber: z.string().max(40),
  quoteRevision: z.number().int().positive(),
  accountId: idSchema.nullable(),
  /** PR-61. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  currency: currencySchema,
  /** What the approver sees before opening the quote. */
  figures: z.object({
    list: decimalSchema,
    sell: decimalSchema,
    buy: decimalSchema,
    marginPercent: z.string().nullable(),
  }),
  reasons: z.array(approvalReasonSchema).min(1).max(1_000),
  /** The approvers still and already asked, in order, each once. */
  steps: z.array(z.object({ approver: approverSchema, order: z.number().int() })).min(1),
  message: z.string().max(10_000),
  state: approvalStateSchema,
  decisions: z.array(approvalDecisionSchema),
  requestedAt: instantSchema,
  updatedAt: instantSchema,
});
export type Approval = z.infer<typeof approvalSchema>;
