import { z } from 'zod';
import { ruleSetContentSchema, ruleSetKindSchema, ruleSetVersionSchema } from '../domain/rules/rule-set';
import { ruleProblemSchema } from '../domain/rules/rule-problem';
import { daySchema, instantSchema } from '../lib/clock';
import { idSchema } from '../lib/ids';
import { isStorable, notStorable } from '../lib/storable-text';

export const ruleSetParamsSchema = z.object({ kind: ruleSetKindSchema });

/**
 * GET /api/v1/vendor/rules/{kind} (channel, admin): the versions, newest first, and which one decides now. Before the first is made: version 0
 * with no rules, with which everything waits for a person.
 */
export const ruleSetSchema = z.object({
  /** Version that decides now. */
  active: z.number().int(),
  versions: z.array(ruleSetVersionSchema).min(1),
  /** What rules can name. */
  known: z.object({
    partners: z.array(z.object({ id: idSchema, name: z.string() })),
    families: z.array(z.string()),
    regions: z.array(z.string()),
    certifications: z.array(z.string()),
  }),
});
export type RuleSet = z.infer<typeof ruleSetSchema>;

/**
 * PUT /api/v1/vendor/rules/{kind} (admin): the next version; none is ever changed. Problems hinder nothing. Answers as GET. `conflict` when
 * somebody made another version since `basedOn`; `bad-request` when the content is of another kind.
 */
export const putRuleSetSchema = z.object({
  /** The newest version that was read; 0 before the first. */
  basedOn: z.number().int().min(0),
  content: ruleSetContentSchema,
  /** Null: from now on. A time that passed counts as now. */
  activeFrom: instantSchema.nullable(),
  note: z.string().max(1_000).refine(isStorable, notStorable),
});
export type PutRuleSet = z.infer<typeof putRuleSetSchema>;

/** POST /api/v1/vendor/rules/{kind}/check (channel, admin): what is odd about a draft. Legal all the same. */
export const checkRulesSchema = z.object({ content: ruleSetContentSchema });
export const checkedRulesSchema = z.object({ problems: z.array(ruleProblemSchema) });

/**
 * POST /api/v1/vendor/rules/{kind}/bench (channel, admin): what a draft would have decided about the leads or registrations of these days (UTC,
 * both included), beside what happened. Nothing is written. Partners' tiers and certifications are today's; how many leads each had open is as
 * it was then.
 */
export const benchRulesSchema = z.object({
  content: ruleSetContentSchema,
  from: daySchema,
  until: daySchema,
});
export type BenchRules = z.infer<typeof benchRulesSchema>;

/** What becomes of a case; `partnerName` and the like only where they say something. */
export const benchOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('offered'), partnerId: idSchema, partnerName: z.string() }),
  /** Of a lead: stays at the desk. Of a registration: a person decides, or has not decided yet. */
  z.object({ kind: z.literal('waits') }),
  /** `percent` and `days` null: not known any more. */
  z.object({
    kind: z.literal('accepted'),
    percent: z.string().nullable(),
    days: z.number().int().nullable(),
  }),
  z.object({ kind: z.literal('refused'), reason: z.string() }),
  z.object({ kind: z.literal('withdrawn') }),
]);
export type BenchOutcome = z.infer<typeof benchOutcomeSchema>;

export const benchCaseSchema = z.object({
  /** Of the vendor's lead, or of the registration request. */
  id: idSchema,
  /** Its number, or what it is called. */
  label: z.string(),
  company: z.string(),
  /** When it came. */
  at: instantSchema,
  /** The draft's rule that matched; null: none. */
  ruleId: z.string().nullable(),
  ruleName: z.string().nullable(),
  draft: benchOutcomeSchema,
  happened: benchOutcomeSchema,
  /** The same kind of outcome, of an offer the same partner; where the draft leaves it to a person, whatever a person did. */
  same: z.boolean(),
});
export type BenchCase = z.infer<typeof benchCaseSchema>;

export const benchSchema = z.object({
  /** The newest first, at most 500. */
  cases: z.array(benchCaseSchema),
  total: z.number().int(),
  same: z.number().int(),
  different: z.number().int(),
  /** How many each rule of the draft decides, in its order; null: none of them. */
  byRule: z.array(z.object({ ruleId: z.string().nullable(), count: z.number().int() })),
});
export type Bench = z.infer<typeof benchSchema>;
