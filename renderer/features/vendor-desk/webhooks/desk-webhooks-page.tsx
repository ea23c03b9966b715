import { Button } from '@mantine/core';
import { IconPlus, IconWebhook } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { NewWebhook, WebhookEndpoint } from '#shared/protocol/vendor-webhooks';
import { DataTable, type Column } from '../../../ui/data-table';
import { EmptyState } from '../../../ui/empty-state';
import { useFormats } from '../../../ui/formats';
import { AdminOnly } from '../admin-only';
import { textColumn } from '../desk-columns';
import { DeskPage } from '../desk-page';
import { usePolled } from '../queries';
import { useDeskAction } from '../use-desk-action';
import { addWebhook, requestWebhooks } from './desk-webhooks-api';
import { SecretDialog } from './secret-dialog';
import { WebhookDialog } from './webhook-dialog';
import { WebhookState } from './webhook-state';

/** `/vendor-desk/webhooks`: whom the vendor tells what happened. */
export function DeskWebhooksPage() {
  const { t } = useTranslation('vendor-admin');
  return (
    <AdminOnly title={t('webhooks.title')}>
      <DeskWebhooks />
    </AdminOnly>
  );
}

function DeskWebhooks() {
  const { t } = useTranslation('vendor-admin');
  const formats = useFormats();
  const navigate = useNavigate();
  const polled = usePolled(requestWebhooks);
  const { busy, run } = useDeskAction();
  const [isAdding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const add = async (webhook: NewWebhook): Promise<void> => {
    const added = await run(() => addWebhook(webhook));
    if (!added) return;
    setAdding(false);
    setSecret(added.secret);
    await polled.refresh();
  };
  const columns: readonly Column<WebhookEndpoint>[] = [
    textColumn('url', t('webhooks.url'), 'minmax(220px, 2fr)', ({ url }) => url),
    textColumn('description', t('webhooks.description'), 'minmax(140px, 1fr)', (row) => row.description),
    {
      key: 'types',
      title: t('webhooks.types'),
      width: 150,
      render: ({ types }) =>
        types.includes('*') ? t('webhooks.every') : t('webhooks.typeCount', { count: types.length }),
    },
    {
      key: 'waiting',
      title: t('webhooks.waitingTitle'),
      width: 110,
      align: 'right',
      render: ({ waiting }) => formats.number(waiting),
    },
    {
      key: 'last',
      title: t('webhooks.last'),
      width: 150,
      align: 'right',
      render: ({ lastDeliveredAt }) => (lastDeliveredAt === null ? '\u2014' : formats.ago(lastDeliveredAt)),
    },
    { key: 'state', title: t('webhooks.state'), width: 210, render: (row) => <WebhookState webhook={row} /> },
  ];
  return (
    <>
      <DeskPage
        polled={polled}
        waiting={polled.value && t('webhooks.count', { count: polled.value.length })}
        loading={t('loading')}
        actions={
          <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setAdding(true)}>
            {t('webhooks.new')}
          </Button>
        }
      >
        {(webhooks) => (
          <DataTable
            label={t('webhooks.title')}
            columns={columns}
            rows={webhooks}
            rowKey={({ id }) => id}
            onOpen={({ id }) => void navigate(`/vendor-desk/webhooks/${id}`)}
            emptyState={
              <EmptyState
                icon={IconWebhook}
                title={t('webhooks.empty.title')}
                text={t('webhooks.empty.text')}
              />
            }
          />
        )}
      </DeskPage>
      {isAdding && (
        <WebhookDialog busy={busy} onClose={() => setAdding(false)} onSave={(webhook) => void add(webhook)} />
      )}
      {secret !== null && <SecretDialog secret={secret} onClose={() => setSecret(null)} />}
    </>
  );
}
