import { z } from 'zod';
import { idSchema } from '../../lib/ids';
import { approverSchema } from '../pricing/condition';

/** PR-60: one reason why a quote needs approval, with who may give it. All that apply are listed. */
export const approvalReasonSchema = z.object({
  /** `rule`: an approval rule of the book's policy. The others are floors of PR-24. */
  kind: z.enum(['rule', 'manual-discount', 'minimum-price', 'line-margin', 'quote-margin']),
  /** The rule's id; for a floor its kind. */
  ruleId: z.string().max(60),
  /** The rule's own words; empty for a floor, which screens name themselves. */
  name: z.string().max(200),
  approver: approverSchema,
  order: z.number().int().min(0).max(99),
  /** The lines it is about; empty: the whole quote. */
  lineIds: z.array(idSchema).max(5_000),
  /** The figure that broke the limit and the limit, of the worst line; null where the rule is about no figure. */
  value: z.string().max(40).nullable(),
  limit: z.string().max(40).nullable(),
});
export type ApprovalReason = z.infer<typeof approvalReasonSchema>;
