import { IconAlertTriangle, IconRosetteDiscountCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { QuoteApproval } from '#shared/domain/quote/quote-approval';
import { useFormats } from '../ui/formats';
import { StateBadge } from '../ui/state-badge';

interface ApprovalBadgeProps {
  readonly approval: QuoteApproval;
  /** PR-61: of what the quote says now; null while it is not priced, which says nothing about it. */
  readonly contentHash: string | null;
}

/** Who let the quote out, when, and whether it is still what was approved (PR-61). */
export function ApprovalBadge({ approval, contentHash }: ApprovalBadgeProps) {
  const { t } = useTranslation('approvals');
  const formats = useFormats();
  const { kind, by, at } = approval;
  const who = t(`badge.${kind}`, { name: by });
  const when = formats.instant(at);
  if (contentHash !== null && contentHash !== approval.contentHash) {
    return (
      <span title={`${who} · ${when}`}>
        <StateBadge tone="bad" icon={IconAlertTriangle} label={t('badge.voided')} />
      </span>
    );
  }
  return (
    <span title={when}>
      <StateBadge
        tone="good"
        icon={IconRosetteDiscountCheck}
        label={contentHash === null ? who : t('badge.unchanged', { who })}
      />
    </span>
  );
}
