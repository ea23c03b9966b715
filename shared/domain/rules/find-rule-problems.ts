import { countryCodes } from '../partner/country-codes';
import { segments } from '../deal/account';
import { tiers } from '../partner/partner';
import { canHold } from './can-hold';
import { factConditions, type Condition } from './condition';
import type { LeadPartner } from './route-lead';
import type { RuleProblem, RuleProblemKind } from './rule-problem';
import type { RoutingAction, RuleSetContent } from './rule-set';

/** What the vendor has: what rules can name. */
export interface KnownToRules {
  readonly partners: readonly LeadPartner[];
  readonly families: readonly string[];
}

type Found = Omit<RuleProblem, 'ruleId' | 'severity'> & { readonly severity?: RuleProblem['severity'] };

/** ADM-3: what is odd about each rule, in their order. All of it is legal: a draft may well be ahead of the catalog. */
export function findRuleProblems(content: RuleSetContent, known: KnownToRules): RuleProblem[] {
  const namesIn = (condition: Condition) => unknownNames(condition, content, known);
  const rules: readonly { readonly id: string; readonly when: Condition }[] = content.rules;
  const found = rules.flatMap(({ id, when }, at) =>
    [
      ...reachProblems(content, at),
      ...(asksAmountAlone(when) ? [{ problem: 'amount-without-currency' as const, value: '' }] : []),
      ...namesIn(when),
    ].map((one) => ({ ...one, ruleId: id })),
  );
  const actions =
    content.kind === 'lead-routing'
      ? content.rules.flatMap(({ id, action }) =>
          actionProblems(action, known).map((one) => ({ ...one, ruleId: id })),
        )
      : [];
  const order = new Map(rules.map(({ id }, at) => [id, at]));
  return [...found, ...actions]
    .map((one) => ({ severity: 'warning' as const, ...one }))
    .sort((a, b) => (order.get(a.ruleId) ?? 0) - (order.get(b.ruleId) ?? 0));
}

/** Whom it matches, and whether anything is left for it. */
function reachProblems({ kind, rules }: RuleSetContent, at: number): Found[] {
  const rule = rules[at];
  if (!rule) return [];
  const holding = { condition: rule.when, wanted: true };
  if (!canHold(kind, [holding])) return [{ problem: 'matches-nobody', value: '' }];
  const isLast = at === rules.length - 1;
  const everybody: Found[] = canHold(kind, [{ condition: rule.when, wanted: false }])
    ? []
    : [{ problem: 'matches-everybody', value: '', severity: isLast ? 'note' : 'warning' }];
  const before = rules.slice(0, at).map(({ when }) => ({ condition: when, wanted: false }));
  if (before.length === 0 || canHold(kind, [...before, holding])) return everybody;
  // The one that takes it all, if it is one alone.
  const shadow = rules
    .slice(0, at)
    .find(({ when }) => !canHold(kind, [{ condition: when, wanted: false }, holding]));
  return [{ problem: 'unreachable', value: shadow?.id ?? '' }, ...everybody];
}

function asksAmountAlone(condition: Condition): boolean {
  const facts = factConditions(condition).map(({ fact }) => fact);
  return facts.includes('amount') && !facts.includes('currency');
}

function unknownNames(condition: Condition, content: RuleSetContent, known: KnownToRules): Found[] {
  const regions = content.kind === 'lead-routing' ? content.regions.map(({ name }) => name) : [];
  const namesOf: Readonly<Record<string, readonly [RuleProblemKind, readonly string[]]>> = {
    families: ['unknown-family', known.families],
    partner: ['unknown-partner', known.partners.map(({ id }) => id)],
    tier: ['unknown-tier', tiers],
    segment: ['unknown-segment', segments],
    country: ['unknown-country', countryCodes],
    region: ['unknown-region', regions],
  };
  return factConditions(condition).flatMap((asked): Found[] => {
    const names = asked.kind === 'text' ? namesOf[asked.fact] : undefined;
    if (!names || asked.kind !== 'text') return [];
    const [problem, values] = names;
    return asked.anyOf.filter((value) => !values.includes(value)).map((value) => ({ problem, value }));
  });
}

function actionProblems(action: RoutingAction, { partners }: KnownToRules): Found[] {
  if (action.kind === 'keep') return [];
  const nobody: Found = { problem: 'nobody-to-offer', value: '' };
  if (action.kind === 'partners') {
    const ids = partners.map(({ id }) => id);
    const unknown = action.partnerIds.filter((id) => !ids.includes(id));
    return [
      ...unknown.map((value): Found => ({ problem: 'unknown-partner', value })),
      ...(unknown.length === action.partnerIds.length ? [nobody] : []),
    ];
  }
  const { tier, certifications } = action;
  const unknown = certifications.filter(
    (wanted) => !partners.some((partner) => partner.certifications.includes(wanted)),
  );
  const fits = partners.some(
    (partner) =>
      (tier === null || tiers.indexOf(partner.tier) >= tiers.indexOf(tier)) &&
      certifications.every((wanted) => partner.certifications.includes(wanted)),
  );
  return [
    ...unknown.map((value): Found => ({ problem: 'unknown-certification', value })),
    ...(fits ? [] : [nobody]),
  ];
}
