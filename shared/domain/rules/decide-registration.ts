import { evaluateRules, type TrailStep } from './evaluate-rules';
import type { RegistrationFacts } from './facts';
import type { AcceptanceAction, RegistrationAcceptance } from './rule-set';

export interface RegistrationDecidedByRules {
  /** `review` when no rule matches: a person decides. */
  readonly action: AcceptanceAction;
  readonly ruleId: string | null;
  readonly ruleName: string | null;
  readonly trail: readonly TrailStep[];
}

/** OPP-4, ADM-3: what the rules make of a registration. Pure: writes nothing and asks no clock. */
export function decideRegistration(
  ruleSet: Pick<RegistrationAcceptance, 'rules'>,
  facts: RegistrationFacts,
): RegistrationDecidedByRules {
  const { rule, trail } = evaluateRules<AcceptanceAction>(ruleSet.rules, facts);
  if (!rule) return { action: { kind: 'review' }, ruleId: null, ruleName: null, trail };
  return { action: rule.action, ruleId: rule.id, ruleName: rule.name, trail };
}
