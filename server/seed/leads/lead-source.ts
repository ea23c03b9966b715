import { z } from 'zod';
import { leadReasons, leadSchema, leadStateSchema, qualificationStates } from '#shared/domain/lead/lead';
import { leadRoutingSchema, registrationAcceptanceSchema } from '#shared/domain/rules/rule-set';
import { waitingReasons } from '#shared/protocol/vendor-lead';
import leads from '../../../resources/demo/leads.json' with { type: 'json' };
import rules from '../../../resources/demo/rules.json' with { type: 'json' };

/** Whole days after today (before it, below zero), and minutes after 7:00 UTC. */
const momentSchema = z.tuple([z.number().int(), z.number().int()]);

const turnSchema = z.strictObject({
  partner: z.enum(['brightpath', 'rheinkontor', 'steppe', 'jadebridge']),
  /** Days since it was offered. */
  age: z.number().int().min(1),
  state: leadStateSchema,
  /** When the answer is due. */
  due: momentSchema,
  /** The rule by which it was offered. */
  rule: z.string(),
  /** Minutes until the partner answered. */
  after: z.number().int().optional(),
  reason: z.enum(leadReasons).optional(),
  text: z.string().optional(),
  convertedAge: z.number().int().optional(),
  qualification: z
    .strictObject({
      state: z.enum(qualificationStates),
      age: z.number().int(),
      answers: z.record(z.string(), z.string()),
      note: z.string(),
      vendorScore: z.number().nullable().optional(),
      comment: z.string().optional(),
    })
    .optional(),
});
export type LeadTurn = z.infer<typeof turnSchema>;

const leadSourceSchema = z.strictObject({
  at: z.string(),
  /** Days since the vendor heard of it. */
  age: z.number().int().min(1),
  /** Null: one of the partner's customers by now. */
  company: leadSchema.shape.company.nullable(),
  contact: leadSchema.shape.contact.nullable(),
  source: z.string(),
  need: z.string(),
  families: z.array(z.string()),
  estimate: leadSchema.shape.estimate,
  /** Whom it went to, the first first. */
  turns: z.array(turnSchema),
  waiting: z.strictObject({ reason: z.enum(waitingReasons), comment: z.string() }).nullable(),
});
export type LeadSource = z.infer<typeof leadSourceSchema>;

export const readLeads = (): LeadSource[] => z.array(leadSourceSchema).parse(leads.leads);

const versionSchema = <C extends z.ZodType>(content: C) =>
  z.strictObject({ age: z.number().int(), note: z.string(), content });

/** Rule sets with the days since each version was made, the oldest first. */
export const readRules = () =>
  z
    .strictObject({
      leadRouting: z.array(versionSchema(leadRoutingSchema)),
      registrationAcceptance: z.array(versionSchema(registrationAcceptanceSchema)),
    })
    .parse(rules);
