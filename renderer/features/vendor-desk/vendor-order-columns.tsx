import { Group, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { orderLooks } from '../../records/order-state-badge';
import { Amount } from '../../ui/amount';
import type { Column } from '../../ui/data-table';
import type { Formats } from '../../ui/format-values';
import { sortableDecimal } from '../../ui/sortable-decimal';
import { StateBadge } from '../../ui/state-badge';
import { numberOf, type PendingDecision } from './vendor-desk';
import type { VendorOrder } from './vendor-desk-api';

interface ColumnContext {
  readonly t: TFunction<'vendor-desk'>;
  readonly formats: Formats;
  readonly pending: readonly PendingDecision[];
  /** The panel is beside the table and says the rest. */
  readonly narrow: boolean;
}

export function vendorOrderColumns(context: ColumnContext): readonly Column<VendorOrder>[] {
  const { t, formats, narrow } = context;
  const columns: Column<VendorOrder>[] = [
    {
      key: 'number',
      title: t('number'),
      width: 'minmax(96px, 1fr)',
      render: (row) => (
        <Text span fw={500}>
          {numberOf(row)}
        </Text>
      ),
      sortValue: numberOf,
    },
    {
      key: 'partner',
      title: t('partner'),
      width: 'minmax(106px, 1.4fr)',
      render: ({ partnerName }) => <span title={partnerName}>{partnerName}</span>,
      sortValue: ({ partnerName }) => partnerName,
    },
    {
      key: 'customer',
      title: t('customer'),
      width: 'minmax(106px, 1.6fr)',
      render: ({ accountName }) => <span title={accountName}>{accountName}</span>,
      sortValue: ({ accountName }) => accountName,
    },
    {
      key: 'lines',
      title: t('lines'),
      width: 66,
      align: 'right',
      render: ({ lineCount }) => <span>{formats.number(lineCount)}</span>,
      sortValue: ({ lineCount }) => lineCount,
    },
    {
      key: 'total',
      title: t('total'),
      width: 160,
      align: 'right',
      render: ({ order }) => <Amount value={order.totals.buyNet} currency={order.currency} />,
      sortValue: ({ order }) => sortableDecimal(order.totals.buyNet),
    },
    {
      key: 'receivedAt',
      title: t('receivedAt'),
      width: 184,
      render: ({ order }) => (
        <span title={`${t('placedAt')}: ${formats.instant(order.placedAt)}`}>
          {formats.instant(order.receivedAt ?? order.placedAt)}
        </span>
      ),
      sortValue: ({ order }) => Date.parse(order.receivedAt ?? order.placedAt),
    },
    {
      key: 'state',
      title: t('state'),
      width: narrow ? 112 : 'minmax(112px, 1fr)',
      render: (row) => <State row={row} context={context} />,
      sortValue: ({ order }) => t(`stateName.${order.state}`),
    },
  ];
  return narrow ? columns.filter(({ key }) => key !== 'lines') : columns;
}

function State({ row, context }: { readonly row: VendorOrder; readonly context: ColumnContext }) {
  const { t, pending, narrow } = context;
  const { order } = row;
  const onItsWay = pending.some(({ orderId }) => orderId === order.id);
  const said = order.decision;
  return (
    <Group gap="sm" wrap="nowrap">
      <StateBadge {...orderLooks[order.state]} label={t(`stateName.${order.state}`)} />
      {onItsWay && <Text c="dimmed">{t('sending')}</Text>}
      {said && !narrow && (
        <Text c="dimmed" truncate title={said.reason}>
          {said.reason === '' ? said.by : t('byAndReason', { name: said.by, reason: said.reason })}
        </Text>
      )}
    </Group>
  );
}
