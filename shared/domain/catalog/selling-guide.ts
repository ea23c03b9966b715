import { z } from 'zod';
import { idSchema } from '../../lib/ids';
import { quantitySchema } from '../money/amount';
import { constraintTargetSchema } from './constraint';
import { localizedSchema } from './localized';

const key = z.string().min(1).max(60);
const factorSchema = z.string().regex(/^(0|[1-9]\d{0,6})(\.\d{1,6})?$/, 'not a factor');

/** Holds when the question was asked and answered so: with one of the options, or with a number from `from`, below `below`. */
export const guideConditionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('chosen'), question: key, anyOf: z.array(key).min(1) }),
  z.object({
    kind: z.literal('number'),
    question: key,
    from: quantitySchema.nullable(),
    below: quantitySchema.nullable(),
  }),
]);
export type GuideCondition = z.infer<typeof guideConditionSchema>;

/** All of them hold; none named: always. */
const when = z.array(guideConditionSchema);

/**
 * A quantity from the numbers answered: `constant` plus, for each term, its factor times the answers to its questions; a question not
 * asked counts as zero. Then up to the next multiple of `step`, and at least `atLeast`.
 */
export const quantityFormulaSchema = z.object({
  terms: z.array(z.object({ factor: factorSchema, questions: z.array(key).max(4) })).max(10),
  constant: quantitySchema,
  step: quantitySchema.refine((text) => /[1-9]/.test(text), 'a step is more than zero'),
  atLeast: quantitySchema,
});
export type QuantityFormula = z.infer<typeof quantityFormulaSchema>;

const options = z
  .array(z.object({ id: key, label: localizedSchema, help: localizedSchema.optional() }))
  .min(2)
  .max(12);

export const guideQuestionSchema = z.object({
  id: key,
  text: localizedSchema,
  help: localizedSchema.optional(),
  /** Asked when the answers to earlier questions are so. */
  when,
  answer: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('choice'), multiple: z.boolean(), options }),
    z.object({
      kind: z.literal('number'),
      least: quantitySchema,
      most: quantitySchema,
      /** What stands there until someone types. */
      usual: quantitySchema,
      unit: localizedSchema,
    }),
  ]),
});
export type GuideQuestion = z.infer<typeof guideQuestionSchema>;

/** A product that the answers can lead to. */
export const guideOfferSchema = z.object({
  /** What it is for; offers of one purpose compete, and the best of them is proposed. */
  purpose: key,
  /** By the quantity: the SKU of the highest `from` reached; below the first one nothing is offered. */
  skus: z.array(z.object({ from: quantitySchema, sku: z.string().min(1).max(64) })).min(1),
  quantity: quantityFormulaSchema,
  when,
  score: z.number().int().min(0).max(1000),
  reason: localizedSchema,
});

/** How answers move what is offered: up or down the ranking, or out. */
export const guideRuleSchema = z.object({
  when: when.min(1),
  target: constraintTargetSchema,
  effect: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('weigh'), score: z.number().int().min(-1000).max(1000) }),
    z.object({ kind: z.literal('exclude') }),
  ]),
  reason: localizedSchema,
});

/** CAT-5: questions and what their answers lead to. Written by the vendor, for each partner. */
export const sellingGuideSchema = z
  .object({
    id: idSchema,
    partnerId: idSchema,
    /** The catalog its SKUs are in. */
    catalogId: idSchema,
    name: localizedSchema,
    description: localizedSchema,
    purposes: z.array(z.object({ id: key, name: localizedSchema })).min(1),
    questions: z.array(guideQuestionSchema).min(1).max(40),
    offers: z.array(guideOfferSchema).min(1).max(200),
    rules: z.array(guideRuleSchema).max(200),
  })
  .superRefine((guide, context) => {
    for (const message of guideProblems(guide)) context.addIssue({ code: 'custom', message });
  });
export type SellingGuide = z.infer<typeof sellingGuideSchema>;

type Parts = Pick<SellingGuide, 'purposes' | 'questions' | 'offers' | 'rules'>;

/** A question that asks back for a later one would never end; a name that nothing has would silently count as unanswered. */
function guideProblems({ purposes, questions, offers, rules }: Parts): string[] {
  const problems: string[] = [];
  const asked = new Map<string, GuideQuestion>();
  const check = (conditions: readonly GuideCondition[], of: string): void => {
    for (const condition of conditions) {
      const answer = asked.get(condition.question)?.answer;
      if (!answer) problems.push(`${of} depends on "${condition.question}", which is not asked before`);
      else if ((answer.kind === 'number') !== (condition.kind === 'number'))
        problems.push(`${of} expects another kind of answer to "${condition.question}"`);
      else if (answer.kind === 'choice' && condition.kind === 'chosen') {
        for (const id of condition.anyOf)
          if (!answer.options.some((option) => option.id === id))
            problems.push(`${of} names "${id}", no option of "${condition.question}"`);
      }
    }
  };
  for (const question of questions) {
    if (asked.has(question.id)) problems.push(`two questions are "${question.id}"`);
    check(question.when, `question "${question.id}"`);
    asked.set(question.id, question);
  }
  const known = new Set(purposes.map(({ id }) => id));
  for (const { purpose, when: conditions, quantity } of offers) {
    if (!known.has(purpose)) problems.push(`there is no purpose "${purpose}"`);
    check(conditions, `an offer for "${purpose}"`);
    for (const id of quantity.terms.flatMap((term) => term.questions))
      if (asked.get(id)?.answer.kind !== 'number') problems.push(`a quantity counts "${id}", no number`);
  }
  for (const rule of rules) check(rule.when, 'a rule');
  return problems;
}
