import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Order } from '#shared/domain/order/order';
import { OrderStateBadge } from '../../records/order-state-badge';
import { useNames } from '../../records/use-names';
import { Amount } from '../../ui/amount';
import { useFormats } from '../../ui/formats';
import { PlainTable } from '../../ui/plain-table';
import { Section, SectionEmpty } from '../../ui/section';
import { useNow } from '../../ui/use-now';
import { ordersWithNews } from './orders-with-news';

/** What the vendor said about orders in the last days. */
export function OrderNews({ orders }: { readonly orders: readonly Order[] }) {
  const { t } = useTranslation('today');
  const formats = useFormats();
  const nameOf = useNames('account');
  const news = ordersWithNews(orders, useNow());
  return (
    <Section title={t('orders.title')} count={news.length}>
      {news.length === 0 ? (
        <SectionEmpty>{t('orders.empty')}</SectionEmpty>
      ) : (
        <PlainTable
          label={t('orders.title')}
          rows={news.slice(0, 6)}
          rowKey={({ order }) => order.id}
          columns={[
            {
              key: 'number',
              title: t('column.order'),
              width: '118px',
              render: ({ order }) => (
                <Link to={`/orders/${order.id}`}>{order.vendorOrderNumber ?? order.quoteNumber}</Link>
              ),
            },
            { key: 'account', title: t('column.account'), render: ({ order }) => nameOf(order.accountId) },
            {
              key: 'amount',
              title: t('column.amount'),
              width: '150px',
              align: 'right',
              render: ({ order }) => <Amount value={order.totals.sellNet} currency={order.currency} />,
            },
            {
              key: 'state',
              title: t('column.state'),
              width: '140px',
              render: ({ order }) => <OrderStateBadge state={order.state} />,
            },
            {
              key: 'when',
              title: t('orders.column'),
              width: '108px',
              align: 'right',
              render: ({ at }) => formats.ago(at),
            },
          ]}
        />
      )}
    </Section>
  );
}
