import { approvalSteps } from '#shared/domain/approval/approval-steps';
import type { Approval } from '#shared/domain/approval/approval';
import { ok } from '#shared/lib/result';
import { refuse } from '#shared/mutations/rejection';
import type { Authority } from './authority';
import { priceAgain } from './price-again';
import { approvalNeeded, brokenFloors, contentChanged } from './release';
import { withRecords, writtenOf } from './writes';

/**
 * PR-60, PR-61: a request is about the content the server has, for the reasons the server finds. Its figures, reasons and steps are kept as
 * the server's, so that an approver never decides on what a device made up.
 */
export const requestApprovalAuthority: Authority = async (writes, context) => {
  const approval = writtenOf(writes, 'approval');
  const priced = await priceAgain(writtenOf(writes, 'quote'), context);
  if (!priced.ok) return priced;
  const again = priced.value;
  if (approval.contentHash !== again.contentHash) {
    return refuse(contentChanged(approval.contentHash, again));
  }
  const broken = brokenFloors(again.priced);
  if (broken) return refuse(broken);
  if (again.reasons.length === 0) return refuse({ type: 'nothing-to-approve' });
  if (ruleIds(approval.reasons) !== ruleIds(again.reasons)) return refuse(approvalNeeded(again));

  const { list, sell, buy, marginPercent } = again.priced.totals;
  const at = context.now.toISOString();
  const record: Approval = {
    ...approval,
    figures: { list, sell, buy, marginPercent },
    reasons: [...again.reasons],
    steps: approvalSteps(again.reasons),
    requestedAt: at,
    updatedAt: at,
  };
  return ok(withRecords(writes, { type: 'approval', id: record.id, record }));
};

const ruleIds = (reasons: Readonly<Approval['reasons']>): string =>
  [...new Set(reasons.map(({ ruleId }) => ruleId))].toSorted().join(' ');
