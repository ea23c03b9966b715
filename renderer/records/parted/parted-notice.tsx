import { Button } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from '../conflicts/conflicts.module.css';
import { usePartedQuote } from './use-parted-quote';

export const partedPath = (quoteId: string): string => `/conflicts/quote/${quoteId}`;

/** SY-13: a bar over a quote whose other version, this person's own, waits for a choice. Nothing while there is only one. */
export function PartedNotice({ quoteId }: { readonly quoteId: string }) {
  const { t } = useTranslation('conflicts');
  const parted = usePartedQuote(quoteId);
  if (parted?.row.open !== 1) return null;
  return (
    <div className={classes['bar']}>
      <IconArrowsSplit2 size={16} stroke={1.8} aria-hidden />
      <span className={classes['words']}>
        <strong>{t('quote.notice.title')}</strong> {t('quote.notice.text')}
      </span>
      <Button component={Link} to={partedPath(quoteId)} variant="subtle" size="compact-xs">
        {t('quote.notice.open')}
      </Button>
    </div>
  );
}
