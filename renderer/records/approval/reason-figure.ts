import type { ApprovalReason } from '#shared/domain/approval/approval-reason';
import type { ApprovalRule, Condition } from '#shared/domain/pricing/condition';

/** What the figure and the limit of a reason are: a percentage, money, units, or unknown. */
export type FigureKind = 'percent' | 'amount' | 'number';

type FigureCondition = Extract<Condition, { readonly figure: string }>;

function figureIn(condition: Condition): FigureCondition | undefined {
  switch (condition.kind) {
    case 'quote-figure':
    case 'line-figure':
      return condition;
    case 'all':
    case 'any':
      for (const part of condition.of) {
        const found = figureIn(part);
        if (found) return found;
      }
      return undefined;
    case 'not':
      return figureIn(condition.of);
    default:
      return undefined;
  }
}

/** A reason names its figure and limit, but for a rule not what they measure: the rule's own condition does. Without the rule it is a plain number. */
export function figureKindOf(
  reason: Pick<ApprovalReason, 'kind' | 'ruleId'>,
  rules: readonly ApprovalRule[],
): FigureKind {
  if (reason.kind === 'minimum-price') return 'amount';
  if (reason.kind !== 'rule') return 'percent';
  const rule = rules.find(({ id }) => id === reason.ruleId);
  const figure = rule && figureIn(rule.when)?.figure;
  if (figure === undefined || figure === 'quantity') return 'number';
  return figure.endsWith('percent') ? 'percent' : 'amount';
}
