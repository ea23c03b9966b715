import { z } from 'zod';
import { instantSchema } from '../../lib/clock';
import { idSchema } from '../../lib/ids';

/** PR-61: who let this quote out, and for exactly which content. */
export const quoteApprovalSchema = z.object({
  /** `inside-policy`: nothing needed approval. `delegated`: on delegated authority (PR-62). `decided`: by the approvers of a request. */
  kind: z.enum(['inside-policy', 'delegated', 'decided']),
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Of the request, for `decided`. */
  approvalId: idSchema.nullable(),
  /** Name of who approved; for `inside-policy` and `delegated` the rep. */
  by: z.string().max(200),
  at: instantSchema,
});
export type QuoteApproval = z.infer<typeof quoteApprovalSchema>;
