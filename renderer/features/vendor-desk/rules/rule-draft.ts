import type { RuleSetKind } from '#shared/domain/rules/facts';
import {
  ruleSetContentSchema,
  type AcceptanceAction,
  type RoutingAction,
  type Rule,
  type RuleSetContent,
} from '#shared/domain/rules/rule-set';

export type AnyAction = RoutingAction | AcceptanceAction;
export type AnyRule = Rule<AnyAction>;

/** The rules with the same content otherwise. The caller keeps kind and actions together. */
export const withRules = (content: RuleSetContent, rules: readonly AnyRule[]): RuleSetContent =>
  ({ ...content, rules }) as RuleSetContent;

/** What a rule does until somebody says otherwise: nothing by itself, a person decides. */
export const usualAction = (kind: RuleSetKind): AnyAction =>
  kind === 'lead-routing' ? { kind: 'keep' } : { kind: 'review' };

export const newRule = (id: string, name: string, kind: RuleSetKind): AnyRule => ({
  id,
  name,
  when: { kind: 'all', of: [] },
  action: usualAction(kind),
});

/** The rules with the one at `from` moved to `to`; beyond the ends it stays at the end. */
export function moved<T>(rules: readonly T[], from: number, to: number): readonly T[] {
  const rule = rules[from];
  if (rule === undefined) return rules;
  const others = rules.filter((_, at) => at !== from);
  const place = Math.max(0, Math.min(others.length, to));
  return [...others.slice(0, place), rule, ...others.slice(place)];
}

/** The places of rules that are not whole yet, such as a question without an answer. */
export function unfinished(content: RuleSetContent): ReadonlySet<number> {
  const parsed = ruleSetContentSchema.safeParse(content);
  if (parsed.success) return new Set();
  return new Set(
    parsed.error.issues.flatMap(({ path: [field, at] }) =>
      field === 'rules' && typeof at === 'number' ? [at] : [],
    ),
  );
}

/** It can be checked, tried and published. */
export const isWhole = (content: RuleSetContent): boolean => ruleSetContentSchema.safeParse(content).success;

export type RuleChange = 'added' | 'removed' | 'changed' | 'moved' | 'same';
export interface ComparedRule {
  readonly id: string;
  readonly change: RuleChange;
  readonly before: { readonly rule: AnyRule; readonly at: number } | null;
  readonly after: { readonly rule: AnyRule; readonly at: number } | null;
}

/** Two versions of a rule set, rule by rule in the order of the later one; what is not in it any more comes last. */
export function compareRules(before: RuleSetContent, after: RuleSetContent): readonly ComparedRule[] {
  const placed = (rules: readonly AnyRule[]) => rules.map((rule, at) => ({ rule, at }));
  const old = placed(before.rules);
  const now = placed(after.rules);
  const stays = (list: typeof old, other: typeof old) =>
    list.filter(({ rule }) => other.some((each) => each.rule.id === rule.id)).map(({ rule }) => rule.id);
  const oldOrder = stays(old, now);
  const newOrder = stays(now, old);
  return [
    ...now.map((entry): ComparedRule => {
      const { id } = entry.rule;
      const was = old.find(({ rule }) => rule.id === id) ?? null;
      const change =
        was === null
          ? 'added'
          : JSON.stringify(was.rule) !== JSON.stringify(entry.rule)
            ? 'changed'
            : oldOrder.indexOf(id) !== newOrder.indexOf(id)
              ? 'moved'
              : 'same';
      return { id, change, before: was, after: entry };
    }),
    ...old
      .filter(({ rule }) => !now.some((each) => each.rule.id === rule.id))
      .map((entry): ComparedRule => ({ id: entry.rule.id, change: 'removed', before: entry, after: null })),
  ];
}
