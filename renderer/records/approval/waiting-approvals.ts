import type { Approval } from '#shared/domain/approval/approval';
import { nextApprover } from '#shared/domain/approval/approval-steps';
import { compare } from '#shared/domain/money/exact';
import { decimal } from '#shared/domain/money/parse-decimal';
import type { Role } from '#shared/domain/partner/partner';

interface Me {
  readonly userId: string;
  readonly role: Role;
}

/** Whether this person's word is waited for. Nobody decides about a request of his own (QUO-3). */
export const waitsFor = ({ userId, role }: Me, approval: Approval): boolean =>
  role === 'manager' &&
  approval.state === 'pending' &&
  approval.ownerId !== userId &&
  nextApprover(approval) === 'manager';

/** What waits for this person: the most money first, of the same amount the longest waiting. */
export function waitingApprovals(approvals: readonly Approval[], me: Me): readonly Approval[] {
  return approvals
    .filter((approval) => waitsFor(me, approval))
    .toSorted(
      (a, b) =>
        compare(decimal(b.figures.sell), decimal(a.figures.sell)) ||
        a.requestedAt.localeCompare(b.requestedAt),
    );
}
