import { z } from 'zod';

/** What is odd about a rule; it is legal all the same. */
export const ruleProblemKinds = [
  /** Its condition can never hold. */
  'matches-nobody',
  /** Its condition always holds. As the last rule that is a usual way to end. */
  'matches-everybody',
  /** The rules before it take all it would match. */
  'unreachable',
  /** It compares an amount without asking in which currency. */
  'amount-without-currency',
  'unknown-family',
  'unknown-partner',
  'unknown-tier',
  'unknown-segment',
  'unknown-country',
  'unknown-region',
  'unknown-certification',
  /** There is nobody to whom it could offer a lead. */
  'nobody-to-offer',
] as const;

export const ruleProblemSchema = z.object({
  problem: z.enum(ruleProblemKinds),
  ruleId: z.string(),
  /** What is unknown; the rule that shadows it; else empty. */
  value: z.string(),
  /** `note`: as one might well want it. */
  severity: z.enum(['warning', 'note']),
});
export type RuleProblem = z.infer<typeof ruleProblemSchema>;
export type RuleProblemKind = (typeof ruleProblemKinds)[number];
