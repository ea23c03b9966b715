import { Button } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './empty-state';

/** Stands in place of a list that would show one customer the names of others (QUO-5). */
export function HiddenFromCustomers({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation('forms');
  return (
    <EmptyState
      icon={IconEyeOff}
      title={t('customerView.title')}
      text={t('customerView.text')}
      action={
        <Button variant="default" onClick={onLeave}>
          {t('customerView.leave')}
        </Button>
      }
    />
  );
}
