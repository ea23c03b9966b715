import { z } from 'zod';
import { nonNegativeDecimalSchema } from '../money/amount';
import { comparisons, type Comparison } from '../money/comparison';

/** Asks about one fact. */
export type FactCondition =
  | { readonly kind: 'text'; readonly fact: string; readonly anyOf: readonly string[] }
  | { readonly kind: 'number'; readonly fact: string; readonly compare: Comparison; readonly value: string };

/** When a rule applies, as data. `all` of nothing always holds, `any` of nothing never. */
export type Condition =
  | FactCondition
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition };

const fact = z.string().min(1).max(40);
/** Conditions in one another: more than people can read. */
const deepest = 8;
const parts = 50;

const nestedSchema: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('text'),
      fact,
      anyOf: z.array(z.string().min(1).max(120)).min(1).max(500).readonly(),
    }),
    z.object({
      kind: z.literal('number'),
      fact,
      compare: z.enum(comparisons),
      value: nonNegativeDecimalSchema,
    }),
    z.object({ kind: z.literal('all'), of: z.array(nestedSchema).max(parts).readonly() }),
    z.object({ kind: z.literal('any'), of: z.array(nestedSchema).max(parts).readonly() }),
    z.object({ kind: z.literal('not'), of: nestedSchema }),
  ]),
);

/** ADM-3: a condition over named facts. Which facts there are is a matter of the rule set. */
export const conditionSchema = nestedSchema.refine((condition) => depthOf(condition) <= deepest, {
  message: `is nested deeper than ${deepest} levels`,
});

/** The conditions right inside. */
export const partsOf = (condition: Condition): readonly Condition[] => {
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of;
  return condition.kind === 'not' ? [condition.of] : [];
};

const depthOf = (condition: Condition): number => 1 + Math.max(0, ...partsOf(condition).map(depthOf));

/** All that it asks about, in its order. */
export const factConditions = (condition: Condition): FactCondition[] =>
  condition.kind === 'text' || condition.kind === 'number'
    ? [condition]
    : partsOf(condition).flatMap(factConditions);
