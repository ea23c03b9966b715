import { Button, Tooltip } from '@mantine/core';
import { IconTags } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import type { Quote } from '#shared/domain/quote/quote';
import { useFormats } from '../ui/formats';
import classes from './price-drift-notice.module.css';
import { useNewPrices } from './use-new-prices';

export const newPricesPath = (quoteId: string): string => `/quotes/${quoteId}/prices`;

/** PR-32: a bar over a draft whose price book has a newer version. Nothing of the quote changes by it. */
export function PriceDriftNotice({ quote }: { readonly quote: Quote }) {
  const { t } = useTranslation('price-drift');
  const formats = useFormats();
  const newer = useNewPrices(useMemo(() => [quote], [quote])).get(quote.id);
  if (!newer) return null;
  return (
    <div className={classes['bar']}>
      <IconTags size={15} stroke={1.8} aria-hidden />
      <span className={classes['words']}>
        <strong>{t('notice.title')}</strong>{' '}
        {t(`notice.${newer.policy.onNewVersion}`, {
          version: formats.number(newer.version),
          current: formats.number(quote.priceBook.version),
        })}
      </span>
      <Button component={Link} to={newPricesPath(quote.id)} variant="subtle" size="compact-xs">
        {t('notice.open')}
      </Button>
    </div>
  );
}

/** The same in a list's row: an icon that leads there. */
export function PriceDriftMark({
  quoteId,
  newer,
}: {
  readonly quoteId: string;
  readonly newer: PriceBookHeader;
}) {
  const { t } = useTranslation('price-drift');
  const label = t('mark', { version: newer.version });
  return (
    <Tooltip label={label}>
      <Link className={classes['mark']} to={newPricesPath(quoteId)} aria-label={label}>
        <IconTags size={15} stroke={1.8} aria-hidden />
      </Link>
    </Tooltip>
  );
}
