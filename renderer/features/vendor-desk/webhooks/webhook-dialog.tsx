import { Button, Checkbox, Group, MultiSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { eventTypes } from '#shared/protocol/event-types';
import { newWebhookSchema, type NewWebhook, type WebhookEndpoint } from '#shared/protocol/vendor-webhooks';
import { Dialog } from '../../../ui/dialog';
import { useEventName } from '../event-name';

interface WebhookDialogProps {
  /** The one to change; absent: a new one. */
  readonly webhook?: WebhookEndpoint;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onSave: (webhook: NewWebhook) => void;
}

/** Where to, and what it wants to hear of. */
export function WebhookDialog({ webhook, busy, onClose, onSave }: WebhookDialogProps) {
  const { t } = useTranslation('vendor-admin');
  const eventName = useEventName();
  const [url, setUrl] = useState(webhook?.url ?? '');
  const [description, setDescription] = useState(webhook?.description ?? '');
  const [all, setAll] = useState(webhook?.types.includes('*') ?? true);
  const [types, setTypes] = useState<readonly string[]>(webhook?.types.filter((type) => type !== '*') ?? []);
  const [tried, setTried] = useState(false);
  const parsed = newWebhookSchema.safeParse({ url: url.trim(), description, types: all ? ['*'] : types });
  const wrong = (path: string) =>
    tried && !parsed.success && parsed.error.issues.some((issue) => issue.path[0] === path);
  const save = (): void => {
    setTried(true);
    if (parsed.success) onSave(parsed.data);
  };
  return (
    <Dialog opened onClose={onClose} title={t(webhook ? 'webhooks.edit' : 'webhooks.new')} size="lg">
      <TextInput
        data-autofocus
        required
        type="url"
        label={t('webhooks.url')}
        description={t('webhooks.urlHint')}
        value={url}
        error={wrong('url') && t('webhooks.urlWrong')}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <TextInput
        mt="md"
        label={t('webhooks.description')}
        maxLength={200}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <Checkbox
        mt="md"
        label={t('webhooks.allTypes')}
        checked={all}
        onChange={(event) => setAll(event.currentTarget.checked)}
      />
      {!all && (
        <MultiSelect
          mt="sm"
          searchable
          clearable
          label={t('webhooks.types')}
          value={[...types]}
          error={wrong('types') && t('webhooks.typesWrong')}
          data={eventTypes.map((type) => ({ value: type, label: `${eventName(type)} (${type})` }))}
          maxDropdownHeight={260}
          onChange={setTypes}
        />
      )}
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button loading={busy} onClick={save}>
          {t(webhook ? 'webhooks.save' : 'webhooks.add')}
        </Button>
      </Group>
    </Dialog>
  );
}
