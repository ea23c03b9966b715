import {
  IconCash,
  IconCircleCheck,
  IconFileInvoice,
  IconPackage,
  IconTruckDelivery,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Order, OrderReport } from '#shared/domain/order/order';
import { useFormats } from '../../ui/formats';
import type { IconComponent } from '../../ui/icon';
import { Timeline } from '../../ui/timeline';

const icons: Readonly<Record<OrderReport['kind'], IconComponent>> = {
  confirmed: IconCircleCheck,
  shipped: IconTruckDelivery,
  delivered: IconPackage,
  invoiced: IconFileInvoice,
  paid: IconCash,
};

/** ORD-1: every step that the vendor's systems reported, oldest first. Amounts are what the partner owes: not for the customer's eyes. */
export function OrderReportsList({
  order: { reports, currency },
  customerView,
}: {
  readonly order: Order;
  readonly customerView: boolean;
}) {
  const { t } = useTranslation('orders');
  const formats = useFormats();
  const items = (reports ?? []).map(({ id, kind, at, reference, note, amount }) => {
    const said = [
      reference,
      amount === null || customerView ? '' : formats.amount(amount, currency),
      customerView ? '' : note,
    ].filter((text) => text !== '');
    return {
      key: id,
      icon: icons[kind],
      tone: 'good' as const,
      title: t(`report.${kind}`),
      when: formats.instant(at),
      ...(said.length === 0 ? {} : { text: said.join(' · ') }),
    };
  });
  return <Timeline label={t('report.title')} items={items} />;
}
