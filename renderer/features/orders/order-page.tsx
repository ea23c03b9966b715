import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCustomerView } from '../../client/customer-view';
import { useRecordState } from '../../client/hooks';
import { ConversationSection } from '../../records/conversation/conversation-section';
import { OrderStateBadge } from '../../records/order-state-badge';
import { Crumb } from '../../ui/crumb';
import { ErrorNotice } from '../../ui/error-notice';
import { Page } from '../../ui/page';
import { RecordMissing } from '../../ui/record-missing';
import { Section } from '../../ui/section';
import { SyncMark } from '../../ui/sync-mark';
import { ExportUbl } from './export-ubl';
import { OrderDetails } from './order-details';
import { OrderDocuments } from './order-documents';
import { OrderLines } from './order-lines';
import classes from './order-page.module.css';
import { OrderTotals } from './order-totals';
import { useOrderFile, type OrderFile } from './queries';

/** One order: what was ordered and for how much, how far it has come, and what the vendor said. */
export function OrderPage() {
  const { t } = useTranslation('orders');
  const { orderId = '' } = useParams();
  const file = useOrderFile(orderId);
  if (file === undefined) return null;
  if (file === null) {
    return (
      <Page title={t('title')}>
        <MissingOrder id={orderId} />
      </Page>
    );
  }
  return <OrderRecord key={orderId} file={file} />;
}

/** A refused order is no order any more; what the rep placed waits among what needs attention (SY-4). */
function MissingOrder({ id }: { readonly id: string }) {
  const state = useRecordState('order', id);
  return state === 'needs-attention' ? <RefusedNotice /> : <RecordMissing list="/orders" />;
}

function RefusedNotice() {
  const { t } = useTranslation('orders');
  return (
    <div className={classes['notice']}>
      <ErrorNotice
        title={t('refused.title')}
        what={t('refused.text')}
        todo={
          <Button component={Link} to="/attention" variant="default" mt="xs">
            {t('refused.action')}
          </Button>
        }
      />
    </div>
  );
}

function OrderRecord({ file }: { readonly file: OrderFile }) {
  const { t } = useTranslation('orders');
  const { order } = file;
  const customerView = useCustomerView(({ on }) => on);
  return (
    <Page
      title={
        <Crumb to="/orders" list={t('title')}>
          {order.vendorOrderNumber ?? t('orderOf', { quote: order.quoteNumber })}
        </Crumb>
      }
      actions={
        <>
          <ExportUbl file={file} />
          <OrderStateBadge state={order.state} />
          <OrderSync file={file} />
        </>
      }
      aside={<OrderDetails file={file} customerView={customerView} />}
    >
      {!customerView && <OrderNotices file={file} />}
      <OrderLines order={order} customerView={customerView} />
      <OrderTotals order={order} customerView={customerView} />
      {order.note !== '' && !customerView && (
        <Section title={t('note')}>
          <p className={classes['note']}>{order.note}</p>
        </Section>
      )}
      {!customerView && <OrderDocuments order={order} />}
      <ConversationSection about={{ type: 'order', id: order.id }} />
    </Page>
  );
}

function OrderSync({ file: { order } }: { readonly file: OrderFile }) {
  const state = useRecordState('order', order.id);
  // "Accepted" in words beside the vendor's own word would be read as the vendor's.
  return <SyncMark state={state} compact={state === 'accepted'} />;
}

/** What a rep must know before reading on: refused by the server, rejected by the vendor, or not sent yet. */
function OrderNotices({ file: { order } }: { readonly file: OrderFile }) {
  const { t } = useTranslation('orders');
  const state = useRecordState('order', order.id);
  if (state === 'needs-attention') return <RefusedNotice />;
  if (order.state === 'rejected') {
    const reason = order.decision?.reason ?? '';
    return (
      <div className={classes['notice']}>
        <ErrorNotice
          title={t('rejected.title')}
          what={reason === '' ? t('none') : t('reason', { reason })}
          {...(order.decision ? { safe: t('by', { name: order.decision.by }) } : {})}
        />
      </div>
    );
  }
  if (state === 'saved-here') return <p className={classes['waiting']}>{t('waitingToSend')}</p>;
  return null;
}
