import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Order } from '#shared/domain/order/order';
import { useClient } from '../../client/client-context';
import { useRecords } from '../../client/hooks';
import { OrderStateBadge } from '../../records/order-state-badge';
import { RegistrationBadge } from '../../records/registration-badge';
import { useNames } from '../../records/use-names';
import { Amount } from '../../ui/amount';
import { useFormats } from '../../ui/formats';
import { PlainTable } from '../../ui/plain-table';
import { Section, SectionEmpty } from '../../ui/section';
import { useNow } from '../../ui/use-now';
import { newsOf } from './news';

/** What the vendor answered in the last days. */
export function NewsSection({ orders }: { readonly orders: readonly Order[] }) {
  const { t } = useTranslation('today');
  const formats = useFormats();
  const nameOf = useNames('account');
  const { userId } = useClient().session;
  const requests = useRecords('registrationRequest') ?? [];
  const news = newsOf(orders, requests, userId, useNow());
  return (
    <Section title={t('news.title')} count={news.length}>
      {news.length === 0 ? (
        <SectionEmpty>{t('news.empty')}</SectionEmpty>
      ) : (
        <PlainTable
          label={t('news.title')}
          rows={news.slice(0, 8)}
          rowKey={(one) => (one.kind === 'order' ? one.order.id : one.request.id)}
          columns={[
            {
              key: 'what',
              title: t('column.what'),
              width: '200px',
              render: (one) =>
                one.kind === 'order' ? (
                  <Link to={`/orders/${one.order.id}`}>
                    {t('news.order', { number: one.order.vendorOrderNumber ?? one.order.quoteNumber })}
                  </Link>
                ) : (
                  <Link to={`/registrations/${one.request.id}`}>{t('news.registration')}</Link>
                ),
            },
            {
              key: 'account',
              title: t('column.account'),
              render: (one) => nameOf(one.kind === 'order' ? one.order.accountId : one.request.accountId),
            },
            {
              key: 'amount',
              title: t('column.amount'),
              width: '150px',
              align: 'right',
              render: (one) =>
                one.kind === 'order' ? (
                  <Amount value={one.order.totals.sellNet} currency={one.order.currency} />
                ) : (
                  <Amount value={one.request.amount} currency={one.request.currency} />
                ),
            },
            {
              key: 'state',
              title: t('column.state'),
              width: '140px',
              render: (one) =>
                one.kind === 'order' ? (
                  <OrderStateBadge state={one.order.state} />
                ) : (
                  <RegistrationBadge request={one.request} />
                ),
            },
            {
              key: 'when',
              title: t('news.column'),
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
