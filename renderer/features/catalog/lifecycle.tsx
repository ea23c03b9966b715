import { IconCalendarOff, IconCalendarTime } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Product } from '#shared/domain/catalog/product';
import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import { useToday } from '../../records/use-today';
import { useFormats } from '../../ui/formats';
import { StateBadge } from '../../ui/state-badge';
import classes from './product-screen.module.css';

/** Says when a product cannot be ordered yet, soon no more, or no more at all, and what follows it. */
export function Lifecycle({ book, product }: { readonly book: PriceBookHeader; readonly product: Product }) {
  const { t } = useTranslation('catalog');
  const formats = useFormats();
  const today = useToday();
  const { orderableFrom, orderableUntil, successorSku } = product;
  const early = orderableFrom !== null && today < orderableFrom;
  const ended = orderableUntil !== null && today >= orderableUntil;
  if (!early && orderableUntil === null && successorSku === null) return null;
  return (
    <p className={classes['lifecycle']}>
      {early && (
        <StateBadge
          tone="info"
          icon={IconCalendarTime}
          label={t('lifecycle.from', { day: formats.day(orderableFrom) })}
        />
      )}
      {orderableUntil !== null && (
        <StateBadge
          tone={ended ? 'bad' : 'warn'}
          icon={IconCalendarOff}
          label={t(ended ? 'lifecycle.ended' : 'lifecycle.until', { day: formats.day(orderableUntil) })}
        />
      )}
      {successorSku !== null && (
        <Link to={`/catalog/${book.bookId}/${encodeURIComponent(successorSku)}`}>
          {t('lifecycle.successor', { sku: successorSku })}
        </Link>
      )}
    </p>
  );
}
