import { Button } from '@mantine/core';
import { IconSearchOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './empty-state';

/** A list whose filters fit nothing: says that the records are still there and takes the filters off. */
export function NoMatch({ onClear }: { readonly onClear: () => void }) {
  const { t } = useTranslation('forms');
  return (
    <EmptyState
      icon={IconSearchOff}
      title={t('noMatch.title')}
      text={t('noMatch.text')}
      action={
        <Button variant="default" onClick={onClear}>
          {t('clearFilters')}
        </Button>
      }
    />
  );
}
