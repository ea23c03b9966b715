import { Button } from '@mantine/core';
import { IconFileUnknown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from './empty-state';

/** An address whose record is not on this device. */
export function RecordMissing({ list }: { readonly list: string }) {
  const { t } = useTranslation('forms');
  return (
    <EmptyState
      icon={IconFileUnknown}
      title={t('notFound.title')}
      text={t('notFound.text')}
      action={
        <Button component={Link} to={list} variant="default">
          {t('toList')}
        </Button>
      }
    />
  );
}
