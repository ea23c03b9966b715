import { useTranslation } from 'react-i18next';
import type { Order } from '#shared/domain/order/order';
import { Amount } from '../../ui/amount';
import { useFormats } from '../../ui/formats';
import { marginOf } from './order-margin';
import classes from './order-totals.module.css';

/** The figures the order binds, as the customer saw them (PR-33), with one line for each tax group (PR-40). */
export function OrderTotals({
  order,
  customerView,
}: {
  readonly order: Order;
  readonly customerView: boolean;
}) {
  const { t } = useTranslation('orders');
  const formats = useFormats();
  const { totals, currency } = order;
  return (
    <div className={classes['root']}>
      <dl className={classes['totals']}>
        <dt>{t('net')}</dt>
        <dd>
          <Amount value={totals.sellNet} />
        </dd>
        {totals.taxGroups.map(({ category, percent, net, tax }) => (
          <TaxLine
            key={`${category} ${percent}`}
            label={t('taxGroup', { percent: formats.percent(percent), net: formats.amount(net) })}
            tax={tax}
          />
        ))}
        <dt className={classes['gross']}>{t('gross')}</dt>
        <dd className={classes['gross']}>
          <Amount value={totals.gross} currency={currency} />
        </dd>
      </dl>
      {!customerView && (
        <dl className={classes['internal']} aria-label={t('internal')}>
          <dt>{t('buyNet')}</dt>
          <dd>
            <Amount value={totals.buyNet} muted />
          </dd>
          <dt>{t('margin')}</dt>
          <dd>
            <Amount value={marginOf(totals.sellNet, totals.buyNet)} muted />
          </dd>
        </dl>
      )}
    </div>
  );
}

function TaxLine({ label, tax }: { readonly label: string; readonly tax: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <Amount value={tax} />
      </dd>
    </>
  );
}
