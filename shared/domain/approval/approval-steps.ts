import type { Approval } from './approval';
import type { ApprovalReason } from './approval-reason';

/** PR-60: who must be asked, each once, at the place of its first reason; the partner's manager before the vendor in the same place. */
export function approvalSteps(reasons: readonly ApprovalReason[]): Approval['steps'] {
  const first = new Map<ApprovalReason['approver'], number>();
  for (const { approver, order } of reasons) {
    first.set(approver, Math.min(order, first.get(approver) ?? order));
  }
  return [...first]
    .map(([approver, order]) => ({ approver, order }))
    .sort((a, b) => a.order - b.order || (a.approver === 'manager' ? -1 : 1));
}

/** The approver whose word is waited for; undefined when all have spoken. */
export const nextApprover = ({ steps, decisions }: Pick<Approval, 'steps' | 'decisions'>) =>
  steps.find(({ approver }) => !decisions.some((decision) => decision.approver === approver))?.approver;
