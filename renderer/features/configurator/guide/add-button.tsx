import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface AddButtonProps {
  readonly count: number;
  readonly disabled: boolean;
  readonly onAdd: () => void;
}

export function AddButton({ count, disabled, onAdd }: AddButtonProps) {
  const { t } = useTranslation('configurator');
  return (
    <Button disabled={disabled || count === 0} onClick={onAdd}>
      {t('guide.add')}
    </Button>
  );
}
