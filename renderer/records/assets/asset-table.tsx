import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Asset } from '#shared/domain/order/asset';
import { useFormats } from '../../ui/formats';
import { PlainTable } from '../../ui/plain-table';

/** ORD-2: what a customer owns of the vendor's. */
export function AssetTable({ assets }: { readonly assets: readonly Asset[] }) {
  const { t } = useTranslation('contracts');
  const formats = useFormats();
  return (
    <PlainTable
      label={t('assets')}
      rows={assets}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'product',
          title: t('product'),
          render: ({ description, sku }) => <span title={`${sku} ${description}`}>{description}</span>,
        },
        { key: 'sku', title: t('sku'), width: '150px', render: ({ sku }) => <span title={sku}>{sku}</span> },
        {
          key: 'quantity',
          title: t('quantity'),
          width: '84px',
          align: 'right',
          render: ({ quantity }) => formats.number(quantity),
        },
        {
          key: 'since',
          title: t('since'),
          width: '120px',
          render: ({ startsOn }) => <span className="tabular">{formats.day(startsOn)}</span>,
        },
        {
          key: 'order',
          title: t('order'),
          width: '90px',
          render: ({ orderId }) =>
            orderId && (
              <Anchor component={Link} to={`/orders/${orderId}`}>
                {t('openOrder')}
              </Anchor>
            ),
        },
      ]}
    />
  );
}
