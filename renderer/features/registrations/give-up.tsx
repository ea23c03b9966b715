import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Takes two steps: the vendor will not look at it again, and that cannot be taken back. */
export function GiveUp({ onGiveUp }: { readonly onGiveUp: () => void }) {
  const { t } = useTranslation('registrations');
  const [sure, setSure] = useState(false);
  if (!sure) {
    return (
      <Button variant="subtle" color="red" onClick={() => setSure(true)}>
        {t('decide.giveUpAction')}
      </Button>
    );
  }
  return (
    <Group gap="xs">
      <Button variant="default" onClick={() => setSure(false)}>
        {t('decide.keep')}
      </Button>
      <Button color="red" onClick={onGiveUp}>
        {t('decide.giveUpSure')}
      </Button>
    </Group>
  );
}
