import {
  IconCash,
  IconCheck,
  IconDeviceLaptop,
  IconFileInvoice,
  IconInbox,
  IconTruckDelivery,
  IconX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OrderState } from '#shared/domain/order/order';
import type { IconComponent } from '../ui/icon';
import { StateBadge, type Tone } from '../ui/state-badge';

export const orderLooks: Readonly<Record<OrderState, { readonly tone: Tone; readonly icon: IconComponent }>> =
  {
    placed: { tone: 'neutral', icon: IconDeviceLaptop },
    received: { tone: 'info', icon: IconInbox },
    accepted: { tone: 'good', icon: IconCheck },
    rejected: { tone: 'bad', icon: IconX },
    shipped: { tone: 'good', icon: IconTruckDelivery },
    invoiced: { tone: 'good', icon: IconFileInvoice },
    paid: { tone: 'good', icon: IconCash },
  };

/** Where an order is between the rep's desk and payment (ORD-1). */
export function OrderStateBadge({ state }: { readonly state: OrderState }) {
  const { t } = useTranslation('records');
  return <StateBadge {...orderLooks[state]} label={t(`orderState.${state}`)} />;
}
