import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Opportunity } from '#shared/domain/deal/opportunity';
import type { Order } from '#shared/domain/order/order';
import { OrderStateBadge } from '../../records/order-state-badge';
import { QuoteTable } from '../../records/quote-table';
import { StageBadge } from '../../records/stage-badge';
import { Amount } from '../../ui/amount';
import { useFormats } from '../../ui/formats';
import { PlainTable } from '../../ui/plain-table';
import { Section, SectionEmpty } from '../../ui/section';
import type { AccountFile } from './queries';

/** The customer's deals, quotes and orders, each leading to its own page. */
export function AccountDeals({
  file,
  customerView,
}: {
  readonly file: AccountFile;
  readonly customerView: boolean;
}) {
  const { t } = useTranslation('accounts');
  const accountId = encodeURIComponent(file.account.id);
  return (
    <>
      {!customerView && (
        <Section
          title={t('opportunities')}
          count={file.opportunities.length}
          action={<AddLink to={`/opportunities?new=${accountId}`} label={t('newOpportunity')} />}
        >
          <OpportunityTable rows={file.opportunities} />
        </Section>
      )}
      <Section
        title={t('quotes')}
        count={file.quotes.length}
        action={<AddLink to={`/quotes/new?account=${accountId}`} label={t('newQuote')} />}
      >
        {file.quotes.length === 0 ? (
          <SectionEmpty>{t('noQuotes')}</SectionEmpty>
        ) : (
          <QuoteTable label={t('quotes')} rows={file.quotes} />
        )}
      </Section>
      <Section title={t('orders')} count={file.orders.length}>
        <OrderTable rows={file.orders} />
      </Section>
    </>
  );
}

function AddLink({ to, label }: { readonly to: string; readonly label: string }) {
  return (
    <Button component={Link} to={to} variant="subtle" leftSection={<IconPlus size={14} aria-hidden />}>
      {label}
    </Button>
  );
}

function OpportunityTable({ rows }: { readonly rows: readonly Opportunity[] }) {
  const { t } = useTranslation(['accounts', 'opportunities']);
  const formats = useFormats();
  if (rows.length === 0) return <SectionEmpty>{t('noOpportunities')}</SectionEmpty>;
  return (
    <PlainTable
      label={t('opportunities')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          title: t('field.name'),
          render: ({ id, name }) => <Link to={`/opportunities/${id}`}>{name}</Link>,
        },
        {
          key: 'stage',
          title: t('opportunities:field.stage'),
          width: '150px',
          render: ({ stage }) => <StageBadge stage={stage} />,
        },
        {
          key: 'close',
          title: t('opportunities:field.closeOn'),
          width: '140px',
          render: ({ closeOn }) => formats.day(closeOn),
        },
        {
          key: 'amount',
          title: t('opportunities:field.amount'),
          width: '140px',
          align: 'right',
          render: ({ amount, currency }) => <Amount value={amount} currency={currency} />,
        },
      ]}
    />
  );
}

function OrderTable({ rows }: { readonly rows: readonly Order[] }) {
  const { t } = useTranslation(['accounts', 'orders']);
  const formats = useFormats();
  if (rows.length === 0) return <SectionEmpty>{t('noOrders')}</SectionEmpty>;
  return (
    <PlainTable
      label={t('orders')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'number',
          title: t('orders:number'),
          render: ({ id, vendorOrderNumber, quoteNumber }) => (
            <Link to={`/orders/${id}`}>
              {vendorOrderNumber ?? t('orders:orderOf', { quote: quoteNumber })}
            </Link>
          ),
        },
        {
          key: 'state',
          title: t('orders:state'),
          width: '150px',
          render: ({ state }) => <OrderStateBadge state={state} />,
        },
        {
          key: 'placed',
          title: t('orders:placedAt'),
          width: '170px',
          render: ({ placedAt }) => formats.instant(placedAt),
        },
        {
          key: 'total',
          title: t('orders:gross'),
          width: '130px',
          align: 'right',
          render: ({ totals, currency }) => <Amount value={totals.gross} currency={currency} />,
        },
      ]}
    />
  );
}
