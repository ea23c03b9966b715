import {
  IconArrowBackUp,
  IconArrowsExchange,
  IconCheck,
  IconHourglass,
  IconPencilOff,
  IconSend,
  IconX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Approval } from '#shared/domain/approval/approval';
import type { Approver } from '#shared/domain/pricing/condition';
import { useFormats } from '../../ui/formats';
import { Timeline, type TimelineItem } from '../../ui/timeline';

const icons = { approve: IconCheck, reject: IconX, counter: IconArrowsExchange } as const;
const tones = { approve: 'good', reject: 'bad', counter: 'info' } as const;

/** A request from the asking to the last word, with who is still to be asked. */
export function DecisionTimeline({
  approval,
  askedBy,
  approverName,
  withMessage = false,
}: {
  readonly approval: Omit<Approval, 'reasons'>;
  readonly askedBy: string;
  readonly approverName: (approver: Approver) => string;
  /** The words that were sent along, where nothing else shows them. */
  readonly withMessage?: boolean;
}) {
  const { t } = useTranslation('approvals');
  const formats = useFormats();
  const items: TimelineItem[] = [
    {
      key: 'asked',
      icon: IconSend,
      tone: 'neutral',
      title: t('timeline.asked', { name: askedBy }),
      when: formats.instant(approval.requestedAt),
      ...(withMessage && approval.message !== '' ? { text: approval.message } : {}),
    },
    ...approval.decisions.map((decision): TimelineItem => ({
      key: `${decision.approver} ${decision.at}`,
      icon: icons[decision.outcome],
      tone: tones[decision.outcome],
      title: t(`timeline.${decision.outcome}`, { name: decision.by }),
      when: formats.instant(decision.at),
      ...(decision.comment === '' ? {} : { text: decision.comment }),
    })),
  ];
  if (approval.state === 'pending') {
    const spoken = new Set(approval.decisions.map(({ approver }) => approver));
    for (const { approver } of approval.steps.filter((step) => !spoken.has(step.approver))) {
      items.push({
        key: `ahead ${approver}`,
        icon: IconHourglass,
        tone: 'neutral',
        title: approverName(approver),
        ahead: true,
      });
    }
  }
  if (approval.state === 'withdrawn' || approval.state === 'voided') {
    items.push({
      key: approval.state,
      icon: approval.state === 'withdrawn' ? IconArrowBackUp : IconPencilOff,
      tone: 'neutral',
      title: t(`timeline.${approval.state}`),
      when: formats.instant(approval.updatedAt),
    });
  }
  return <Timeline label={t('timeline.title')} items={items} />;
}
