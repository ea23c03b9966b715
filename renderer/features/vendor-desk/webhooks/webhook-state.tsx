import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconPlayerPause,
  IconCircleX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WebhookDelivery, WebhookEndpoint } from '#shared/protocol/vendor-webhooks';
import { StateBadge } from '../../../ui/state-badge';

/** Whether an endpoint is told anything, and why not. */
export function WebhookState({ webhook }: { readonly webhook: WebhookEndpoint }) {
  const { t } = useTranslation('vendor-admin');
  if (webhook.enabled) return <StateBadge tone="good" icon={IconCircleCheck} label={t('webhooks.on')} />;
  if (webhook.offReason === 'failures')
    return <StateBadge tone="bad" icon={IconAlertTriangle} label={t('webhooks.offFailures')} />;
  if (webhook.offReason === 'gone')
    return <StateBadge tone="bad" icon={IconAlertTriangle} label={t('webhooks.offGone')} />;
  return <StateBadge tone="neutral" icon={IconPlayerPause} label={t('webhooks.off')} />;
}

export function DeliveryState({ delivery }: { readonly delivery: WebhookDelivery }) {
  const { t } = useTranslation('vendor-admin');
  switch (delivery.state) {
    case 'delivered':
      return <StateBadge tone="good" icon={IconCircleCheck} label={t('webhooks.delivered')} />;
    case 'failed':
      return <StateBadge tone="bad" icon={IconCircleX} label={t('webhooks.failed')} />;
    default:
      return (
        <StateBadge
          tone={delivery.attempts === 0 ? 'neutral' : 'warn'}
          icon={IconClock}
          label={t(delivery.attempts === 0 ? 'webhooks.waiting' : 'webhooks.again')}
        />
      );
  }
}
