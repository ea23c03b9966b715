import { IconCalendarOff, IconCalendarTime } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../ui/formats';
import { StateBadge } from '../ui/state-badge';
import { lifecycleOf, type OrderableDays } from './lifecycle';
import { useToday } from './use-today';

/** Beside a product's name when it cannot be ordered today; nothing when it can. */
export function LifecycleMark({ product }: { readonly product: OrderableDays }) {
  const { t } = useTranslation('records');
  const formats = useFormats();
  const today = useToday();
  switch (lifecycleOf(product, today)) {
    case 'early':
      return (
        <StateBadge
          tone="info"
          icon={IconCalendarTime}
          label={t('lifecycle.early', { day: formats.day(product.orderableFrom ?? today) })}
        />
      );
    case 'ended':
      return <StateBadge tone="neutral" icon={IconCalendarOff} label={t('lifecycle.ended')} />;
    default:
      return null;
  }
}
