import { useTranslation } from 'react-i18next';
import type { PricedTotals } from '#shared/domain/pricing/priced';
import { useFormats } from '../../ui/formats';
import { difference, type Revision, type SideNames } from './compare-revisions';
import classes from './revisions.module.css';

const customerRows = ['list', 'sell', 'tax', 'gross'] as const;
const ourRows = ['buy', 'margin'] as const;

/** What both come to, and by how much that differs. */
export function TotalDifferences({
  left,
  right,
  names: sides,
  customerView,
}: {
  readonly left: Revision;
  readonly right: Revision;
  readonly names: SideNames;
  readonly customerView: boolean;
}) {
  const { t } = useTranslation('quotes');
  const formats = useFormats();
  const rows: readonly (keyof PricedTotals & ((typeof customerRows)[number] | (typeof ourRows)[number]))[] =
    customerView ? customerRows : [...customerRows, ...ourRows];
  const names = {
    list: t('totals.list'),
    sell: t('totals.net'),
    tax: t('totals.taxShort'),
    gross: t('totals.gross'),
    buy: t('totals.buy'),
    margin: t('totals.margin'),
  };
  const write = ({ quote }: Revision, amount: string | undefined) =>
    amount === undefined ? '—' : formats.amount(amount, quote.currency);
  const change = (row: (typeof rows)[number]): string => {
    if (!left.priced || !right.priced || left.quote.currency !== right.quote.currency) return '—';
    return formats.amount(
      difference(left.priced.totals[row], right.priced.totals[row]),
      right.quote.currency,
    );
  };
  return (
    <table
      className={`${classes['totals'] ?? ''} ${classes['cells'] ?? ''}`}
      aria-label={t('compare.totals')}
    >
      <thead>
        <tr>
          <th scope="col">{t('compare.totals')}</th>
          <th scope="col">{sides.left}</th>
          <th scope="col">{sides.right}</th>
          <th scope="col">{t('compare.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row} data-strong={row === 'sell' || undefined}>
            <th scope="row">{names[row]}</th>
            <td>{write(left, left.priced?.totals[row])}</td>
            <td>{write(right, right.priced?.totals[row])}</td>
            <td>{change(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
