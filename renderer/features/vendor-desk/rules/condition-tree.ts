import { assertNever } from '#shared/lib/assert-never';
import type { Condition, FactCondition } from '#shared/domain/rules/condition';

export const groupModes = ['all', 'any', 'none', 'not-all'] as const;
export type GroupMode = (typeof groupModes)[number];

/** A condition as people edit it: questions about facts, in groups; "not" is part of a question or a group. */
export type ConditionNode =
  | { readonly kind: 'fact'; readonly negated: boolean; readonly fact: FactCondition }
  | ConditionGroup;

export interface ConditionGroup {
  readonly kind: 'group';
  readonly mode: GroupMode;
  readonly of: readonly ConditionNode[];
}

/** Where a node is: the places to go down from the root, none for the root itself. */
export type Path = readonly number[];

/** The outermost is always a group: that is where questions are added. */
export function toTree(condition: Condition): ConditionGroup {
  const node = toNode(condition, false);
  return node.kind === 'group' ? node : { kind: 'group', mode: 'all', of: [node] };
}

function toNode(condition: Condition, negated: boolean): ConditionNode {
  switch (condition.kind) {
    case 'text':
    case 'number':
      return { kind: 'fact', negated, fact: condition };
    case 'not':
      return toNode(condition.of, !negated);
    case 'all':
    case 'any': {
      const mode = condition.kind === 'all' ? (negated ? 'not-all' : 'all') : negated ? 'none' : 'any';
      return { kind: 'group', mode, of: condition.of.map((part) => toNode(part, false)) };
    }
    default:
      return assertNever(condition);
  }
}

export function toCondition(node: ConditionNode): Condition {
  if (node.kind === 'fact') return node.negated ? { kind: 'not', of: node.fact } : node.fact;
  const of = node.of.map(toCondition);
  switch (node.mode) {
    case 'all':
      return { kind: 'all', of };
    case 'any':
      return { kind: 'any', of };
    case 'none':
      return { kind: 'not', of: { kind: 'any', of } };
    case 'not-all':
      return { kind: 'not', of: { kind: 'all', of } };
    default:
      return assertNever(node.mode);
  }
}

/** The tree with the node there changed, or without it when `change` answers null. The root cannot go. */
export function changeAt(
  root: ConditionGroup,
  path: Path,
  change: (node: ConditionNode) => ConditionNode | null,
): ConditionGroup {
  const [at, ...further] = path;
  if (at === undefined) {
    const changed = change(root);
    return changed?.kind === 'group' ? changed : root;
  }
  return {
    ...root,
    of: root.of.flatMap((part, place) => {
      if (place !== at) return [part];
      if (further.length > 0 && part.kind === 'group') return [changeAt(part, further, change)];
      const changed = change(part);
      return changed === null ? [] : [changed];
    }),
  };
}
