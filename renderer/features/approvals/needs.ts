import type { ApprovalReason } from '#shared/domain/approval/approval-reason';
import { approvalReasons, blockingBreaches } from '#shared/domain/approval/approval-reasons';
import type { Breach } from '#shared/domain/pricing/priced';
import type { PricedFile } from './queries';

/** What stands between a draft and the customer. */
export interface ApprovalNeeds {
  /** PR-60: all of them. */
  readonly reasons: readonly ApprovalReason[];
  /** PR-24: floors that nobody may lift. */
  readonly blocked: readonly Breach[];
  /** Lines that count and have no price. */
  readonly unpriced: readonly string[];
  /** There is a line that counts. */
  readonly hasLines: boolean;
}

export const approvalNeeds = ({ input, priced }: Pick<PricedFile, 'input' | 'priced'>): ApprovalNeeds => ({
  reasons: approvalReasons(input, priced),
  blocked: blockingBreaches(priced),
  unpriced: priced.lines.flatMap((line) =>
    line.status === 'problem' && !line.optional ? [line.lineId] : [],
  ),
  hasLines: priced.lines.some(({ optional }) => !optional),
});
