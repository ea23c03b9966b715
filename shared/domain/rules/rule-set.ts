import { z } from 'zod';
import { instantSchema } from '../../lib/clock';
import { idSchema } from '../../lib/ids';
import { isStorable, notStorable } from '../../lib/storable-text';
import { registrationRefusals } from '../deal/registration-request';
import { percentSchema } from '../money/amount';
import { countrySchema, tierSchema } from '../partner/partner';
import { conditionSchema, factConditions, type Condition } from './condition';
import { factOf, ruleSetKinds, type RuleSetKind } from './facts';

const text = (most: number) => z.string().max(most).refine(isStorable, notStorable);
const key = z.string().min(1).max(60);
/** Until when the partner answers, counted from the offer. */
const answerHours = z.number().int().min(1).max(720);

/** OPP-2: what becomes of a lead. */
export const routingActionSchema = z.discriminatedUnion('kind', [
  /** Offered to these in order, each once, until one takes it. */
  z.object({ kind: z.literal('partners'), partnerIds: z.array(idSchema).max(100).readonly(), answerHours }),
  /** Offered to whoever fits and has the fewest open leads. */
  z.object({
    kind: z.literal('best'),
    /** The partner is of the lead's region, or country, or anywhere. */
    near: z.enum(['region', 'country', 'anywhere']),
    /** At least this one; null: any. */
    tier: tierSchema.nullable(),
    /** All of them. */
    certifications: z.array(z.string().min(1).max(80)).max(50).readonly(),
    answerHours,
  }),
  /** Stays at the vendor's desk for a person to decide. */
  z.object({ kind: z.literal('keep') }),
]);
export type RoutingAction = z.infer<typeof routingActionSchema>;

/** OPP-4: what becomes of a registration. */
export const acceptanceActionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('accept'),
    percent: percentSchema,
    /** How long it is protected. */
    days: z.number().int().min(1).max(730),
  }),
  z.object({ kind: z.literal('refuse'), reason: z.enum(registrationRefusals), comment: text(2_000) }),
  /** A person decides. */
  z.object({ kind: z.literal('review') }),
]);
export type AcceptanceAction = z.infer<typeof acceptanceActionSchema>;

/** The first whose condition holds decides. */
export interface Rule<Action> {
  readonly id: string;
  readonly name: string;
  readonly when: Condition;
  readonly action: Action;
}

const ruleWith = <A extends z.ZodType>(action: A) =>
  z.object({ id: key, name: text(200).min(1), when: conditionSchema, action });
const rulesWith = <A extends z.ZodType>(action: A) => z.array(ruleWith(action)).max(200).readonly();

interface AnyContent {
  readonly kind: RuleSetKind;
  readonly rules: readonly Pick<Rule<unknown>, 'id' | 'when'>[];
}

/** Conditions ask about facts of their kind, by conditions that fit them; rule ids are there once. */
function checkRules({ kind, rules }: AnyContent, context: z.RefinementCtx): void {
  const wrong = (at: number, field: string, message: string): void => {
    context.addIssue({ code: 'custom', path: ['rules', at, field], message });
  };
  const ids = new Set<string>();
  for (const [at, { id, when }] of rules.entries()) {
    if (ids.has(id)) wrong(at, 'id', 'is another rule’s, too');
    ids.add(id);
    for (const { fact, kind: asked } of factConditions(when)) {
      const definition = factOf(kind, fact);
      if (!definition) wrong(at, 'when', `there is no fact "${fact}"`);
      else if ((definition.type === 'number') !== (asked === 'number')) {
        wrong(at, 'when', `"${fact}" is ${definition.type === 'number' ? 'a number' : 'a text'}`);
      }
    }
  }
}

export const leadRoutingSchema = z
  .object({
    kind: z.literal('lead-routing'),
    /** The vendor's regions by their names: they make the fact `region` from a lead's country. */
    regions: z
      .array(
        z.object({
          name: z.string().min(1).max(40),
          countries: z.array(countrySchema).max(300).readonly(),
        }),
      )
      .max(100)
      .readonly(),
    rules: rulesWith(routingActionSchema),
  })
  .superRefine(checkRules);
export type LeadRouting = z.infer<typeof leadRoutingSchema>;

export const registrationAcceptanceSchema = z
  .object({
    kind: z.literal('registration-acceptance'),
    rules: rulesWith(acceptanceActionSchema),
  })
  .superRefine(checkRules);
export type RegistrationAcceptance = z.infer<typeof registrationAcceptanceSchema>;

/** ADM-3: one rule set, whole. */
export const ruleSetContentSchema = z.discriminatedUnion('kind', [
  leadRoutingSchema,
  registrationAcceptanceSchema,
]);
export type RuleSetContent = z.infer<typeof ruleSetContentSchema>;
export type ContentOf<K extends RuleSetKind> = Extract<RuleSetContent, { readonly kind: K }>;

export const ruleSetKindSchema = z.enum(ruleSetKinds);

/** One version of a rule set. Never changed: another version follows it. */
export const ruleSetVersionSchema = z.object({
  kind: ruleSetKindSchema,
  /** 0: none was made yet; without a rule. */
  version: z.number().int().min(0),
  content: ruleSetContentSchema,
  /** Who made it. */
  by: z.string(),
  at: instantSchema,
  /** From when it decides, by the server's clock. */
  activeFrom: instantSchema,
  /** Why, in the vendor's words. */
  note: z.string(),
});
export type RuleSetVersion = z.infer<typeof ruleSetVersionSchema>;
