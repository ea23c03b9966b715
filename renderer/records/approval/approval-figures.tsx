import { useTranslation } from 'react-i18next';
import type { Approval } from '#shared/domain/approval/approval';
import { sumDecimals } from '#shared/domain/money/sum-decimals';
import { Amount } from '../../ui/amount';
import { useFormats } from '../../ui/formats';
import classes from './approval.module.css';

export type Figures = Approval['figures'];

const negated = (value: string): string =>
  !/[1-9]/.test(value) ? value : value.startsWith('-') ? value.slice(1) : `-${value}`;

/** What the quote comes to, for the one who decides about it; with `after`, what it would come to. */
export function ApprovalFigures({
  figures,
  after,
  currency,
  heads,
}: {
  readonly figures: Figures;
  readonly after?: Figures | undefined;
  readonly currency: string;
  /** What the two columns are, when not "asked" and "offered". */
  readonly heads?: readonly [string, string];
}) {
  const { t } = useTranslation('approvals');
  const formats = useFormats();
  const percent = (value: string | null) => (value === null ? '\u2014' : formats.percent(value));
  const rows = (of: Figures) => ({
    list: of.list,
    discounts: sumDecimals([of.sell, negated(of.list)]),
    sell: of.sell,
    buy: of.buy,
    margin: sumDecimals([of.sell, negated(of.buy)]),
  });
  const now = rows(figures);
  const then = after && rows(after);
  return (
    <table className={classes['figures']} aria-label={t('figures.title')}>
      <thead>
        <tr>
          <th scope="col">{t('figures.in', { currency })}</th>
          <th scope="col">
            {then ? (
              (heads?.[0] ?? t('figures.asked'))
            ) : (
              <span className={classes['hidden']}>{t('figures.amount')}</span>
            )}
          </th>
          {then && <th scope="col">{heads?.[1] ?? t('figures.offered')}</th>}
        </tr>
      </thead>
      <tbody>
        {(['list', 'discounts', 'sell', 'buy', 'margin'] as const).map((key) => (
          <tr key={key} data-strong={key === 'sell' || key === 'margin' || undefined}>
            <th scope="row">{t(`figures.${key}`)}</th>
            <td>
              <Amount value={now[key]} />
            </td>
            {then && (
              <td>
                <Amount value={then[key]} />
              </td>
            )}
          </tr>
        ))}
        <tr data-strong>
          <th scope="row">{t('figures.marginPercent')}</th>
          <td>{percent(figures.marginPercent)}</td>
          {after && <td>{percent(after.marginPercent)}</td>}
        </tr>
      </tbody>
    </table>
  );
}
