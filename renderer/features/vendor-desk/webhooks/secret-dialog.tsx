import { Button, Code, CopyButton, Group, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog';

/** The secret, this once: the server never tells it again. */
export function SecretDialog({ secret, onClose }: { readonly secret: string; readonly onClose: () => void }) {
  const { t } = useTranslation('vendor-admin');
  return (
    <Dialog opened onClose={onClose} title={t('webhooks.secret')} size="lg">
      <Text size="sm">{t('webhooks.secretOnce')}</Text>
      <Code block my="md" data-testid="webhook-secret">
        {secret}
      </Code>
      <Group justify="flex-end" gap="sm">
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              leftSection={copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
              onClick={copy}
            >
              {copied ? t('webhooks.copied') : t('webhooks.copy')}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onClose}>{t('webhooks.kept')}</Button>
      </Group>
    </Dialog>
  );
}
