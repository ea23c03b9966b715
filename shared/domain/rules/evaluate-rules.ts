import { assertNever } from '../../lib/assert-never';
import { compares } from '../money/comparison';
import type { Condition, FactCondition } from './condition';
import type { Facts } from './facts';
import type { Rule } from './rule-set';

/** A question that was answered otherwise than the rule wants, and what the fact is. */
export interface Unmet {
  readonly condition: FactCondition;
  /** It was asked for the opposite: inside a `not`. */
  readonly negated: boolean;
  readonly value: string | null | readonly string[];
}

/** One rule that was looked at; those after the first that matched are not. */
export interface TrailStep {
  readonly ruleId: string;
  readonly name: string;
  readonly matched: boolean;
  /** Why it did not match. */
  readonly unmet: readonly Unmet[];
}

export interface Evaluation<Action> {
  /** Null: none matched. */
  readonly rule: Rule<Action> | null;
  readonly trail: readonly TrailStep[];
}

/** ADM-3: the first rule whose condition holds, and why those before it did not match. */
export function evaluateRules<Action>(rules: readonly Rule<Action>[], facts: Facts): Evaluation<Action> {
  const trail: TrailStep[] = [];
  for (const rule of rules) {
    const unmet = whyNot(rule.when, facts, false);
    trail.push({ ruleId: rule.id, name: rule.name, matched: unmet === null, unmet: unmet ?? [] });
    if (unmet === null) return { rule, trail };
  }
  return { rule: null, trail };
}

export const holds = (condition: Condition, facts: Facts): boolean =>
  whyNot(condition, facts, false) === null;

/** Null: it holds (or, negated, it does not). Else the questions that stand in the way; none for `any` of nothing. */
function whyNot(condition: Condition, facts: Facts, negated: boolean): Unmet[] | null {
  switch (condition.kind) {
    case 'text':
    case 'number': {
      const value = Object.hasOwn(facts, condition.fact) ? (facts[condition.fact] ?? null) : null;
      return meets(condition, value) !== negated ? null : [{ condition, negated, value }];
    }
    case 'not':
      return whyNot(condition.of, facts, !negated);
    case 'all':
    case 'any': {
      const why = condition.of.map((part) => whyNot(part, facts, negated));
      const reasons = why.flatMap((unmet) => unmet ?? []);
      // De Morgan: "not all of" is "any of not".
      const needsEach = (condition.kind === 'all') !== negated;
      const isMet = needsEach ? why.every((unmet) => unmet === null) : why.some((unmet) => unmet === null);
      return isMet ? null : reasons;
    }
    default:
      return assertNever(condition);
  }
}

function meets(condition: FactCondition, value: string | null | readonly string[]): boolean {
  if (value === null) return false;
  if (condition.kind === 'text') {
    const values = typeof value === 'string' ? [value] : value;
    return values.some((each) => condition.anyOf.includes(each));
  }
  return typeof value === 'string' && compares(value, condition.compare, condition.value);
}
