import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../ui/formats';
import classes from './unread-mark.module.css';

/** How many messages wait to be read; nothing when none do. For rows of lists and tabs. */
export function UnreadMark({ count }: { readonly count: number | undefined }) {
  const { t } = useTranslation('conversation');
  const formats = useFormats();
  if (count === undefined || count === 0) return null;
  return (
    <span className={classes['mark']}>
      <span aria-hidden>{formats.number(String(count))}</span>
      <VisuallyHidden>{t('unread', { count })}</VisuallyHidden>
    </span>
  );
}
