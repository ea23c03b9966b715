import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Quote } from '#shared/domain/quote/quote';
import { useFormats } from '../ui/formats';
import { PlainTable } from '../ui/plain-table';
import { QuoteStateBadge } from './quote-state-badge';
import { stateShown } from './state-shown';
import { useToday } from './use-today';

/** The quotes of an account or an opportunity, a line each, opened by their number. */
export function QuoteTable({ label, rows }: { readonly label: string; readonly rows: readonly Quote[] }) {
  const { t } = useTranslation(['orders', 'records']);
  const formats = useFormats();
  const today = useToday();
  return (
    <PlainTable
      label={label}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'number',
          title: t('orders:quote'),
          render: ({ id, number, title }) => (
            <Link to={`/quotes/${id}`}>{title === '' ? number : `${number} · ${title}`}</Link>
          ),
        },
        {
          key: 'revision',
          title: t('records:revision'),
          width: '90px',
          align: 'right',
          render: ({ revision }) => formats.number(revision),
        },
        {
          key: 'state',
          title: t('orders:state'),
          width: '150px',
          render: (quote) => <QuoteStateBadge state={stateShown(quote, today)} />,
        },
        {
          key: 'expires',
          title: t('records:validUntil'),
          width: '140px',
          render: ({ expiresOn }) => formats.day(expiresOn),
        },
        {
          key: 'currency',
          title: t('records:currency'),
          width: '100px',
          align: 'right',
          render: ({ currency }) => currency,
        },
      ]}
    />
  );
}
