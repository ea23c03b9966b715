import type { Approval } from '#shared/domain/approval/approval';
import type { Role } from '#shared/domain/partner/partner';
import { matchesText } from '#shared/lib/match-text';
import { waitsFor } from '../../records/approval/waiting-approvals';

export type ApprovalFilter = 'waiting' | 'mine' | 'all';
/** Beside the lists: what the person may let through alone. */
export type ApprovalView = ApprovalFilter | 'authority';

/** What a person can choose from, the likeliest first. */
export const filtersFor = (role: Role): readonly [ApprovalFilter, ...ApprovalFilter[]] =>
  role === 'manager' ? ['waiting', 'mine', 'all'] : ['mine', 'all'];

interface Me {
  readonly userId: string;
  readonly role: Role;
}

/** The requests of a list, newest first. `text` is sought in the quote's number and the customer's name. */
export const filterApprovals = (
  approvals: readonly Approval[],
  filter: ApprovalFilter,
  text: string,
  me: Me,
  customerOf: (approval: Approval) => string,
): readonly Approval[] =>
  approvals
    .filter(
      (approval) =>
        (filter === 'all' || (filter === 'mine' ? approval.ownerId === me.userId : waitsFor(me, approval))) &&
        matchesText(text, [approval.quoteNumber, customerOf(approval)]),
    )
    .toSorted((a, b) => b.requestedAt.localeCompare(a.requestedAt));
