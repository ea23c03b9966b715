import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from './today.module.css';

export function AttentionBanner({ count }: { readonly count: number }) {
  const { t } = useTranslation('today');
  return (
    <div className={classes['banner']}>
      <IconAlertTriangle size={18} stroke={1.8} aria-hidden />
      <p>
        <strong>{t('attention.title', { count })}</strong> {t('attention.text')}
      </p>
      <Button component={Link} to="/attention" variant="default">
        {t('attention.open')}
      </Button>
    </div>
  );
}
