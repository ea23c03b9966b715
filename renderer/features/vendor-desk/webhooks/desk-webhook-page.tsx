import { Button, Stack } from '@mantine/core';
import { IconRefresh, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { Result } from '#shared/lib/result';
import type { WebhookDelivery } from '#shared/protocol/vendor-webhooks';
import { Crumb } from '../../../ui/crumb';
import { DataTable, type Column } from '../../../ui/data-table';
import { DayInput } from '../../../ui/day-input';
import { FieldGroup, ReadOnlyRow } from '../../../ui/field-row';
import { useFormats } from '../../../ui/formats';
import { Page } from '../../../ui/page';
import { AdminOnly } from '../admin-only';
import { DeskNotice, DeskRecord } from '../desk-record';
import type { DeskProblem } from '../desk-request';
import { useEventName } from '../event-name';
import type { Polled } from '../queries';
import { useDeskAction } from '../use-desk-action';
import { useDeskRecord } from '../use-desk-record';
import classes from '../vendor-desk.module.css';
import {
  editWebhook,
  removeWebhook,
  replaceSecret,
  replay,
  requestWebhook,
  sendTest,
  type WebhookFile,
} from './desk-webhooks-api';
import { SecretDialog } from './secret-dialog';
import { WebhookDialog } from './webhook-dialog';
import { DeliveryState, WebhookState } from './webhook-state';

/** `/vendor-desk/webhooks/:webhookId`: what was sent, and what came of it. */
export function DeskWebhookPage() {
  const { webhookId = '' } = useParams();
  const { t } = useTranslation('vendor-admin');
  return (
    <AdminOnly title={t('webhooks.title')}>
      <OneWebhook key={webhookId} webhookId={webhookId} />
    </AdminOnly>
  );
}

function OneWebhook({ webhookId }: { readonly webhookId: string }) {
  const { t } = useTranslation('vendor-admin');
  const polled = useDeskRecord(requestWebhook, webhookId);
  return (
    <DeskRecord title={t('webhooks.title')} polled={polled}>
      {(file) => <ReadWebhook file={file} polled={polled} />}
    </DeskRecord>
  );
}

interface ReadWebhookProps {
  readonly file: WebhookFile;
  readonly polled: Polled<WebhookFile>;
}

function ReadWebhook({ file: { webhook, deliveries }, polled }: ReadWebhookProps) {
  const { t } = useTranslation('vendor-admin');
  const formats = useFormats();
  const eventName = useEventName();
  const { busy, run } = useDeskAction();
  const act = async (request: () => Promise<Result<unknown, DeskProblem>>): Promise<void> => {
    await run(request);
    await polled.refresh();
  };
  const columns: readonly Column<WebhookDelivery>[] = [
    {
      key: 'type',
      title: t('audit.what'),
      width: 'minmax(136px, 1.3fr)',
      render: ({ type }) => <span title={type}>{eventName(type)}</span>,
    },
    { key: 'at', title: t('audit.at'), width: 150, render: ({ at }) => formats.instant(at) },
    {
      key: 'state',
      title: t('webhooks.state'),
      width: 150,
      render: (row) => <DeliveryState delivery={row} />,
    },
    {
      key: 'attempts',
      title: t('webhooks.attempts'),
      width: 78,
      align: 'right',
      render: ({ attempts }) => formats.number(attempts),
    },
    {
      key: 'answer',
      title: t('webhooks.answer'),
      width: 'minmax(96px, 1.3fr)',
      render: ({ lastStatus, lastError, lastMs }) => (
        <span title={lastError ?? undefined}>
          {[lastStatus, lastMs === null ? null : t('webhooks.ms', { ms: formats.number(lastMs) }), lastError]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
      ),
    },
    {
      key: 'again',
      title: t('webhooks.replayTitle'),
      width: 124,
      render: ({ id, state }) =>
        state === 'waiting' ? null : (
          <Button
            size="compact-xs"
            variant="subtle"
            disabled={busy || !webhook.enabled}
            onClick={() => void act(() => replay(webhook.id, { deliveryId: id }))}
          >
            {t('webhooks.replay')}
          </Button>
        ),
    },
  ];
  return (
    <Page
      title={
        <Crumb to="/vendor-desk/webhooks" list={t('webhooks.title')}>
          {webhook.description || webhook.url}
        </Crumb>
      }
      actions={
        <>
          <WebhookState webhook={webhook} />
          <Button
            variant="default"
            leftSection={<IconSend size={14} aria-hidden />}
            disabled={busy || !webhook.enabled}
            onClick={() => void act(() => sendTest(webhook.id))}
          >
            {t('webhooks.test')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconRefresh size={14} aria-hidden />}
            onClick={() => void polled.refresh()}
          >
            {t('refresh')}
          </Button>
        </>
      }
      aside={<Endpoint file={{ webhook, deliveries }} busy={busy} act={act} />}
    >
      <div className={classes['desk']}>
        <DeskNotice polled={polled} />
        <div className={classes['table']}>
          <DataTable
            label={t('webhooks.deliveries')}
            columns={columns}
            rows={deliveries}
            rowKey={({ id }) => id}
            emptyState={<p className={classes['loading']}>{t('webhooks.nothingSent')}</p>}
          />
        </div>
      </div>
    </Page>
  );
}

interface EndpointProps {
  readonly file: WebhookFile;
  readonly busy: boolean;
  readonly act: (request: () => Promise<Result<unknown, DeskProblem>>) => Promise<void>;
}

/** What the endpoint is, and what can be done with it. */
function Endpoint({ file: { webhook }, busy, act }: EndpointProps) {
  const { t } = useTranslation('vendor-admin');
  const formats = useFormats();
  const navigate = useNavigate();
  const [isEditing, setEditing] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const [since, setSince] = useState('');
  const [isSure, setSure] = useState(false);
  const { id, enabled } = webhook;
  return (
    <>
      <FieldGroup title={t('webhooks.endpoint')}>
        <ReadOnlyRow label={t('webhooks.url')}>{webhook.url}</ReadOnlyRow>
        <ReadOnlyRow label={t('webhooks.types')}>
          {webhook.types.includes('*') ? t('webhooks.every') : webhook.types.join(', ')}
        </ReadOnlyRow>
        <ReadOnlyRow label={t('webhooks.by')}>{webhook.createdBy}</ReadOnlyRow>
        <ReadOnlyRow label={t('webhooks.waitingTitle')}>{formats.number(webhook.waiting)}</ReadOnlyRow>
        {webhook.previousSecretUntil !== null && (
          <ReadOnlyRow label={t('webhooks.previousSecret')}>
            {formats.instant(webhook.previousSecretUntil)}
          </ReadOnlyRow>
        )}
      </FieldGroup>
      <FieldGroup title={t('webhooks.actions')}>
        <Stack gap="sm">
          <Button
            variant={enabled ? 'default' : 'filled'}
            disabled={busy}
            onClick={() => void act(() => editWebhook(id, { enabled: !enabled }))}
          >
            {t(enabled ? 'webhooks.switchOff' : 'webhooks.switchOn')}
          </Button>
          <Button variant="default" disabled={busy} onClick={() => setEditing(true)}>
            {t('webhooks.edit')}
          </Button>
          <Button
            variant="default"
            disabled={busy}
            onClick={() =>
              void act(async () => {
                const answer = await replaceSecret(id);
                if (answer.ok) setSecret(answer.value.secret);
                return answer;
              })
            }
          >
            {t('webhooks.newSecret')}
          </Button>
          <Button
            variant="subtle"
            color="red.9"
            disabled={busy}
            onClick={() => {
              if (!isSure) return setSure(true);
              void act(async () => {
                const answer = await removeWebhook(id);
                if (answer.ok) void navigate('/vendor-desk/webhooks');
                return answer;
              });
            }}
          >
            {t(isSure ? 'webhooks.removeSure' : 'webhooks.remove')}
          </Button>
        </Stack>
      </FieldGroup>
      <FieldGroup title={t('webhooks.replaySince')}>
        <Stack gap="sm">
          <DayInput
            aria-label={t('webhooks.since')}
            placeholder={t('webhooks.since')}
            value={since}
            onChange={setSince}
          />
          <Button
            variant="default"
            disabled={busy || since === '' || !enabled}
            onClick={() => void act(() => replay(id, { since: new Date(`${since}T00:00:00`).toISOString() }))}
          >
            {t('webhooks.replayAll')}
          </Button>
        </Stack>
      </FieldGroup>
      {isEditing && (
        <WebhookDialog
          webhook={webhook}
          busy={busy}
          onClose={() => setEditing(false)}
          onSave={(changes) => {
            setEditing(false);
            void act(() => editWebhook(id, changes));
          }}
        />
      )}
      {secret !== null && <SecretDialog secret={secret} onClose={() => setSecret(null)} />}
    </>
  );
}
