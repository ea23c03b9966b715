import { z } from 'zod';
import { approvalDecisionSchema, approvalSchema, counterOfferSchema } from '../domain/approval/approval';
import { approvalReasonSchema } from '../domain/approval/approval-reason';
import type { PricedQuote } from '../domain/pricing/priced';
import { quoteSchema } from '../domain/quote/quote';
import { isStorable, notStorable } from '../lib/storable-text';

const names = { partnerName: z.string(), accountName: z.string(), ownerName: z.string() };

/**
 * A quote as the engine priced it, explanations included. Never sent to the server, so it is not checked field by field: the sender is the
 * server itself.
 */
export const pricedQuoteOnWireSchema = z.unknown() as unknown as z.ZodType<PricedQuote>;

/**
 * GET /api/v1/vendor/approvals (channel, admin): requests of all partners that wait for the vendor, oldest first; then those the vendor
 * decided or was asked about, newest first.
 */
export const vendorApprovalListSchema = z.object({
  approvals: z.array(
    z.object({
      approval: approvalSchema.omit({ reasons: true }),
      ...names,
      /** The vendor's word is the one that is waited for. */
      isWaiting: z.boolean(),
      reasonCount: z.number(),
    }),
  ),
});

/**
 * GET /api/v1/vendor/approvals/{approvalId} (channel, admin): one request with its quote, as the server prices it now. 404 is the error
 * `not-found`.
 */
export const vendorApprovalSchema = z.object({
  approval: approvalSchema,
  ...names,
  isWaiting: z.boolean(),
  /** null: the quote is gone. */
  quote: quoteSchema.nullable(),
  /** null: it cannot be priced any more (its book or its customer is gone). */
  priced: pricedQuoteOnWireSchema.nullable(),
  /** What the server finds now. */
  reasons: z.array(approvalReasonSchema),
  /** PR-61: the quote is still what was asked about. When it is not, an approval voids the request. */
  isUnchanged: z.boolean(),
});

/** POST /api/v1/vendor/approvals/{approvalId}/decision (channel, admin). Reaches the rep with the next pull. */
export const vendorApprovalDecisionSchema = z
  .object({
    outcome: approvalDecisionSchema.shape.outcome,
    comment: approvalDecisionSchema.shape.comment.refine(isStorable, notStorable),
    /** For the outcome `counter`, and only for it. */
    counter: counterOfferSchema.nullable(),
  })
  .refine(({ outcome, counter }) => (outcome === 'counter') === (counter !== null), {
    path: ['counter'],
    message: 'goes with the outcome "counter"',
  });
export type VendorApprovalDecision = z.infer<typeof vendorApprovalDecisionSchema>;

/**
 * The answer: the request as it is now. Its state is `voided` when it was to be approved and the quote is no longer what was asked about
 * (PR-61). Already decided, or not the vendor's turn: the error `conflict`.
 */
export const vendorApprovalDecidedSchema = z.object({ approval: approvalSchema });
