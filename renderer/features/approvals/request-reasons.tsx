import type { Approval } from '#shared/domain/approval/approval';
import type { Quote } from '#shared/domain/quote/quote';
import { ReasonsList } from '../../records/approval/reasons-list';
import { useApproverNames } from '../../records/approval/use-approver-names';
import { Section } from '../../ui/section';
import type { PricedFileState } from './queries';

/** Why a request was made, with links to the lines it is about. */
export function RequestReasons({
  title,
  quote,
  approval,
  file,
}: {
  readonly title: string;
  readonly quote: Quote;
  readonly approval: Approval;
  readonly file: PricedFileState;
}) {
  const approverName = useApproverNames();
  return (
    <Section title={title} count={approval.reasons.length}>
      <ReasonsList
        reasons={approval.reasons}
        quote={quote}
        currency={approval.currency}
        rules={file.status === 'ready' ? file.input.book.header.policy.approvalRules : []}
        approverName={approverName}
        linked
      />
    </Section>
  );
}
