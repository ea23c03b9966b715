import { useTranslation } from 'react-i18next';
import { PlainTable } from '../../ui/plain-table';
import { Amount } from '../../ui/amount';
import { useFormats } from '../../ui/formats';
import { differenceOf } from '#shared/domain/quote/price-drift';
import classes from './drift.module.css';
import type { Drift } from '../../records/price-drift/use-drift';

type Ready = Extract<Drift, { readonly status: 'ready' }>;

/** What the quote comes to as it stands, with all new prices, and as decided so far. */
export function DriftTotals({
  drift: { before, after, decided },
  currency,
  decided: showDecided,
}: {
  readonly drift: Ready;
  readonly currency: string;
  /** Nothing is decided where prices are only compared. */
  readonly decided: boolean;
}) {
  const { t } = useTranslation('price-drift');
  const formats = useFormats();
  const rows = (['list', 'sell', 'buy', 'margin'] as const).map((key) => ({
    key,
    before: before.totals[key],
    after: after.totals[key],
    decided: decided.totals[key],
  }));
  const end = showDecided ? ('decided' as const) : ('after' as const);
  return (
    <div className={classes['totals']}>
      <PlainTable
        label={t('totals.label', { currency })}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'what', title: t('totals.label', { currency }), render: ({ key }) => t(`totals.${key}`) },
          {
            key: 'before',
            title: t('totals.before'),
            width: '150px',
            align: 'right',
            render: (row) => <Amount value={row.before} />,
          },
          {
            key: 'after',
            title: t('totals.after'),
            width: '150px',
            align: 'right',
            render: (row) => <Amount value={row.after} muted={showDecided} />,
          },
          ...(showDecided
            ? [
                {
                  key: 'decided',
                  title: t('totals.decided'),
                  width: '150px',
                  align: 'right' as const,
                  render: (row: (typeof rows)[number]) => (
                    <strong>
                      <Amount value={row.decided} />
                    </strong>
                  ),
                },
              ]
            : []),
          {
            key: 'difference',
            title: t('totals.difference'),
            width: '130px',
            align: 'right',
            render: (row) => <Amount value={differenceOf(row.before, row[end])} sign />,
          },
        ]}
      />
      <p className={classes['margins']}>
        {t('totals.margins', {
          before: percentOf(before.totals.marginPercent, formats.percent),
          after: percentOf((showDecided ? decided : after).totals.marginPercent, formats.percent),
        })}
      </p>
    </div>
  );
}

const percentOf = (value: string | null, format: (value: string) => string): string =>
  value === null ? '–' : format(value);
