import { useTranslation } from 'react-i18next';
import { Amount } from '../../ui/amount';
import { useFormats } from '../../ui/formats';
import type { VendorOrder } from './vendor-desk-api';
import classes from './vendor-order-panel.module.css';

interface VendorOrderTotalsProps {
  readonly totals: VendorOrder['order']['totals'];
  readonly currency: string;
}

/** What the customer pays with one line for each tax group (PR-40), and what the partner pays the vendor. */
export function VendorOrderTotals({ totals, currency }: VendorOrderTotalsProps) {
  const { t } = useTranslation('vendor-desk');
  const formats = useFormats();
  const rows = [
    { key: 'sell', label: t('panel.sellTotal'), value: totals.sellNet },
    ...totals.taxGroups.map(({ category, percent, net, tax }) => ({
      key: `${category} ${percent}`,
      label: t('panel.tax', { percent: formats.percent(percent), net: formats.amount(net) }),
      value: tax,
    })),
    { key: 'gross', label: t('panel.gross'), value: totals.gross },
    { key: 'buy', label: t('total'), value: totals.buyNet, strong: true },
  ];
  return (
    <dl className={classes['totals']}>
      {rows.map(({ key, label, value, ...row }) => (
        <div key={key} className={classes['total']} data-strong={'strong' in row || undefined}>
          <dt>{label}</dt>
          <dd>
            <Amount value={value} currency={currency} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
