import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '#shared/domain/order/order';
import { Amount } from '../../ui/amount';
import { useFormats } from '../../ui/formats';
import { PlainTable, type PlainColumn } from '../../ui/plain-table';
import { Section } from '../../ui/section';
import classes from './order-lines.module.css';
import { marginOf } from './order-margin';

type Line = Order['lines'][number] & { readonly position: number };

/** What was ordered. Cost and margin are not there while the customer is looking (QUO-5). */
export function OrderLines({
  order,
  customerView,
}: {
  readonly order: Order;
  readonly customerView: boolean;
}) {
  const { t } = useTranslation('orders');
  const formats = useFormats();
  const rows = useMemo(
    () => order.lines.map((line, index): Line => ({ ...line, position: index + 1 })),
    [order.lines],
  );
  const internal: PlainColumn<Line>[] = customerView
    ? []
    : [
        {
          key: 'buyNet',
          title: `${t('buyNet')} (${order.currency})`,
          width: '118px',
          align: 'right',
          render: ({ buyNet }) => <Amount value={buyNet} muted />,
        },
        {
          key: 'margin',
          title: `${t('margin')} (${order.currency})`,
          width: '118px',
          align: 'right',
          render: ({ sellNet, buyNet }) => <Amount value={marginOf(sellNet, buyNet)} muted />,
        },
      ];
  return (
    <Section title={t('lines')} count={rows.length}>
      <PlainTable
        label={t('lines')}
        rows={rows}
        rowKey={({ lineId }) => lineId}
        columns={[
          { key: 'position', title: t('line'), width: '36px', render: ({ position }) => position },
          {
            key: 'description',
            title: t('description'),
            render: ({ description, sku }) => (
              <div className={classes['product']}>
                <span title={description}>{description}</span>
                <span className={classes['sku']}>{sku}</span>
              </div>
            ),
          },
          {
            key: 'quantity',
            title: t('quantity'),
            width: '84px',
            align: 'right',
            render: ({ quantity }) => formats.number(quantity),
          },
          ...internal,
          {
            key: 'sellNet',
            title: `${t('sellNet')} (${order.currency})`,
            width: '118px',
            align: 'right',
            render: ({ sellNet }) => <Amount value={sellNet} />,
          },
        ]}
      />
    </Section>
  );
}
