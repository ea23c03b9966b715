import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOneAtATime } from '../../../ui/use-one-at-a-time';

interface AddButtonProps {
  readonly count: number;
  readonly disabled: boolean;
  readonly onAdd: () => Promise<void>;
}

export function AddButton({ count, disabled, onAdd }: AddButtonProps) {
  const { t } = useTranslation('configurator');
  const { busy, run } = useOneAtATime();
  return (
    <Button disabled={disabled || count === 0} loading={busy} onClick={() => void run(onAdd)}>
      {t('guide.add')}
    </Button>
  );
}
