import { Text, VisuallyHidden } from '@mantine/core';
import type { TFunction } from 'i18next';
import { orderStates, type Order } from '#shared/domain/order/order';
import { dayInZone } from '#shared/lib/clock';
import type { RecordState } from '../../client/record-state';
import { WithUnread } from '../../records/conversation/with-unread';
import { OrderStateBadge } from '../../records/order-state-badge';
import { Amount } from '../../ui/amount';
import type { Column } from '../../ui/data-table';
import type { Formats } from '../../ui/format-values';
import { sortableDecimal } from '../../ui/sortable-decimal';
import { SyncMark } from '../../ui/sync-mark';

interface ColumnContext {
  readonly t: TFunction<['orders', 'records']>;
  readonly formats: Formats;
  readonly accountName: (id: string) => string | undefined;
  readonly states: ReadonlyMap<string, RecordState>;
  /** OPP-6: unread messages by record id. */
  readonly unread: ReadonlyMap<string, number>;
}

/** The calendar day of an instant where this device is; the hour is in the tooltip and in the order. */
const localDay = (iso: string): string =>
  dayInZone(new Date(iso), new Intl.DateTimeFormat().resolvedOptions().timeZone);

export function orderColumns({
  t,
  formats,
  accountName,
  states,
  unread,
}: ColumnContext): readonly Column<Order>[] {
  return [
    {
      key: 'number',
      title: t('vendorNumber'),
      width: 'minmax(112px, 1fr)',
      render: ({ vendorOrderNumber }) =>
        vendorOrderNumber === null ? (
          <Text span c="dimmed">
            {t('noVendorNumber')}
          </Text>
        ) : (
          <Text span fw={500}>
            {vendorOrderNumber}
          </Text>
        ),
      sortValue: ({ vendorOrderNumber }) => vendorOrderNumber,
    },
    {
      key: 'quote',
      title: t('quoteNumber'),
      width: 'minmax(128px, 1fr)',
      render: ({ quoteNumber }) => <span>{quoteNumber}</span>,
      sortValue: ({ quoteNumber }) => quoteNumber,
    },
    {
      key: 'customer',
      title: t('customer'),
      width: 'minmax(150px, 2fr)',
      render: ({ id, accountId }) => (
        <WithUnread count={unread.get(id)}>
          <span title={accountName(accountId)}>{accountName(accountId) ?? t('unknownAccount')}</span>
        </WithUnread>
      ),
      sortValue: ({ accountId }) => accountName(accountId) ?? null,
    },
    {
      key: 'state',
      title: t('state'),
      width: 150,
      render: ({ state }) => <OrderStateBadge state={state} />,
      sortValue: ({ state }) => orderStates.indexOf(state),
    },
    {
      key: 'total',
      title: t('gross'),
      width: 132,
      align: 'right',
      render: ({ totals, currency }) => <Amount value={totals.gross} currency={currency} />,
      sortValue: ({ totals }) => sortableDecimal(totals.gross),
    },
    {
      key: 'placedAt',
      title: t('placedAt'),
      width: 132,
      render: ({ placedAt }) => (
        <span title={formats.instant(placedAt)}>{formats.day(localDay(placedAt))}</span>
      ),
      sortValue: ({ placedAt }) => Date.parse(placedAt),
    },
    {
      key: 'receivedAt',
      title: t('receivedAt'),
      width: 132,
      render: ({ receivedAt }) =>
        receivedAt === null ? (
          <Text span c="dimmed">
            {t('notReceived')}
          </Text>
        ) : (
          <span title={formats.instant(receivedAt)}>{formats.day(localDay(receivedAt))}</span>
        ),
      sortValue: ({ receivedAt }) => (receivedAt === null ? null : Date.parse(receivedAt)),
    },
    {
      key: 'sync',
      title: <VisuallyHidden>{t('sync')}</VisuallyHidden>,
      width: 44,
      align: 'center',
      render: ({ id }) => <SyncMark compact state={states.get(id) ?? 'accepted'} />,
    },
  ];
}
