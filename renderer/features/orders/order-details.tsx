import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { orderLooks } from '../../records/order-state-badge';
import { useNames } from '../../records/use-names';
import { FieldGroup, ReadOnlyRow } from '../../ui/field-row';
import { useFormats } from '../../ui/formats';
import { Timeline, type TimelineItem } from '../../ui/timeline';
import { timelineOf } from './order-timeline';
import { OrderReportsList } from './order-reports-list';
import type { OrderFile } from './queries';

interface OrderDetailsProps {
  readonly file: OrderFile;
  readonly customerView: boolean;
}

/** How far the order has come, and everything it refers to. */
export function OrderDetails({ file, customerView }: OrderDetailsProps) {
  const { t } = useTranslation(['orders', 'records']);
  const formats = useFormats();
  const ownerName = useNames('person');
  const { order, account, bookName } = file;
  const { bookId, version } = order.priceBook;
  return (
    <>
      <FieldGroup title={t('progress')}>
        <OrderProgress file={file} customerView={customerView} />
      </FieldGroup>
      {(order.reports ?? []).length > 0 && (
        <FieldGroup title={t('report.title')}>
          <OrderReportsList order={order} customerView={customerView} />
        </FieldGroup>
      )}
      <FieldGroup title={t('details')}>
        <ReadOnlyRow label={t('vendorNumber')}>{order.vendorOrderNumber ?? t('noVendorNumber')}</ReadOnlyRow>
        <ReadOnlyRow label={t('customer')}>
          {account ? (
            <Anchor component={Link} to={`/accounts/${account.id}`}>
              {account.name}
            </Anchor>
          ) : (
            t('unknownAccount')
          )}
        </ReadOnlyRow>
        <ReadOnlyRow label={t('quote')}>
          <Anchor component={Link} to={`/quotes/${order.quoteId}`}>
            {t('quoteRevision', { number: order.quoteNumber, revision: order.quoteRevision })}
          </Anchor>
        </ReadOnlyRow>
        <ReadOnlyRow label={t('purchaseOrderNumber')}>{order.purchaseOrderNumber || t('none')}</ReadOnlyRow>
        {!customerView && (
          <>
            <ReadOnlyRow label={t('owner')}>{ownerName(order.ownerId) ?? '\u2014'}</ReadOnlyRow>
            <ReadOnlyRow label={t('priceBook')}>
              {t('priceBookVersion', { book: bookName ?? bookId, version })}
            </ReadOnlyRow>
          </>
        )}
        <ReadOnlyRow label={t('placedAt')}>{formats.instant(order.placedAt)}</ReadOnlyRow>
        <ReadOnlyRow label={t('receivedAt')}>
          {order.receivedAt === null ? t('notReceived') : formats.instant(order.receivedAt)}
        </ReadOnlyRow>
      </FieldGroup>
    </>
  );
}

/** What the vendor wrote to the partner about a customer is not for that customer's eyes. */
function OrderProgress({ file: { order }, customerView }: OrderDetailsProps) {
  const { t } = useTranslation(['orders', 'records']);
  const formats = useFormats();
  const items = timelineOf(order).map(({ state, status, at, by, reason }): TimelineItem => {
    const clock = state === 'placed' || state === 'received' ? t(`stepText.${state}`) : null;
    const said = customerView ? [] : [by && t('by', { name: by }), reason && t('reason', { reason })];
    const words = said.filter(Boolean).join('\n');
    return {
      key: state,
      icon: orderLooks[state].icon,
      tone: status === 'refused' ? 'bad' : status === 'now' ? 'info' : status === 'done' ? 'good' : 'neutral',
      title: t(`records:orderState.${state}`),
      ahead: status === 'ahead',
      ...(at === null ? {} : { when: clock ? `${formats.instant(at)} · ${clock}` : formats.instant(at) }),
      ...(words === '' ? {} : { text: words }),
    };
  });
  return <Timeline label={t('progress')} items={items} />;
}
