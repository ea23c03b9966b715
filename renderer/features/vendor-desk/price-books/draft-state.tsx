import { IconCalendarClock, IconCircleCheck, IconPencil, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PriceDraft } from '#shared/protocol/vendor-price-book';
import { useFormats } from '../../../ui/formats';
import { StateBadge } from '../../../ui/state-badge';

/** What became of an imported price list. */
export function DraftState({ draft }: { readonly draft: PriceDraft }) {
  const { t } = useTranslation('vendor-admin');
  const formats = useFormats();
  switch (draft.state) {
    case 'draft':
      return <StateBadge tone="neutral" icon={IconPencil} label={t('books.draft')} />;
    case 'scheduled':
      return (
        <StateBadge
          tone="info"
          icon={IconCalendarClock}
          label={t('books.scheduled', { time: formats.instant(draft.publishAt ?? draft.createdAt) })}
        />
      );
    case 'published':
      return (
        <StateBadge
          tone="good"
          icon={IconCircleCheck}
          label={t('books.publishedAs', { version: draft.publishedVersion ?? 0 })}
        />
      );
    default:
      return <StateBadge tone="neutral" icon={IconX} label={t('books.cancelled')} />;
  }
}
