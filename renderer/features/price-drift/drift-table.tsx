import { SegmentedControl } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '#shared/domain/catalog/product';
import { compare } from '#shared/domain/money/exact';
import { decimal } from '#shared/domain/money/parse-decimal';
import { DataTable, type Column } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { Amount } from '../../ui/amount';
import { useFormats } from '../../ui/formats';
import type { Choice, Decisions } from '../../records/price-drift/decisions';
import { differenceOf, type DriftLine } from '#shared/domain/quote/price-drift';
import classes from './drift.module.css';
import { useReasonText } from '../../records/price-drift/use-reason-text';

export type Figures = 'unit' | 'line';

interface DriftTableProps {
  readonly rows: readonly DriftLine[];
  readonly figures: Figures;
  readonly decisions: Decisions;
  readonly product: (sku: string) => Product | undefined;
  /** null: nothing can be decided. */
  readonly onChoose: ((lineId: string, choice: Choice) => void) | null;
}

export function DriftTable({ rows, figures, decisions, product, onChoose }: DriftTableProps) {
  const { t } = useTranslation('price-drift');
  const formats = useFormats();
  const reasonText = useReasonText(product);
  const columns = useMemo((): readonly Column<DriftLine>[] => {
    const price = (name: 'list' | 'buy' | 'sell'): Column<DriftLine> => ({
      key: name,
      title: t(`column.${name}`),
      width: 'minmax(116px, 0.5fr)',
      align: 'right',
      render: ({ before, after }) => {
        const key = figures === 'unit' ? (`${name}Unit` as const) : (`${name}Line` as const);
        return <OldAndNew before={before?.[key]} after={after?.[key]} unit={figures === 'unit'} />;
      },
    });
    return [
      {
        key: 'product',
        title: t('column.product'),
        width: 'minmax(176px, 1fr)',
        render: ({ line }) => (
          <span className={classes['two']}>
            <span className={classes['sku']}>{line.sku}</span>
            <span className={classes['small']} title={line.description}>
              {line.description}
            </span>
          </span>
        ),
        sortValue: ({ line }) => line.sku,
      },
      {
        key: 'quantity',
        title: t('column.quantity'),
        width: 84,
        align: 'right',
        render: ({ line }) => formats.number(line.quantity),
      },
      price('list'),
      price('buy'),
      price('sell'),
      {
        key: 'difference',
        title: t('column.difference'),
        width: 112,
        align: 'right',
        render: ({ before, after, difference }) =>
          difference === null || !before || !after ? (
            <span className={classes['small']}>–</span>
          ) : (
            <Amount
              value={figures === 'line' ? difference : differenceOf(before.sellUnit, after.sellUnit)}
              unit={figures === 'unit'}
              sign
            />
          ),
        // Only the order: what is shown is exact.
        sortValue: ({ difference }) => (difference === null ? null : Number(difference)),
      },
      {
        key: 'reason',
        title: t('column.reason'),
        width: 'minmax(176px, 1.4fr)',
        render: (row) => {
          const text = reasonText(row);
          return (
            <span className={classes['reason']} data-kind={row.kind} title={text}>
              {text}
            </span>
          );
        },
      },
      {
        key: 'decision',
        title: t('column.decision'),
        width: 168,
        render: (row) => <Decision row={row} decisions={decisions} onChoose={onChoose} />,
      },
    ];
  }, [t, formats, figures, decisions, onChoose, reasonText]);
  return (
    <DataTable
      label={t('table')}
      rows={rows}
      rowKey={({ line }) => line.id}
      rowHeight={52}
      columns={columns}
      emptyState={<EmptyState icon={IconCircleCheck} title={t('empty.title')} text={t('empty.text')} />}
    />
  );
}

/** The old figure over the new one; one figure when they are the same. */
function OldAndNew({
  before,
  after,
  unit,
}: {
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly unit: boolean;
}) {
  const { t } = useTranslation('price-drift');
  const none = <span className={classes['small']}>{t('noPrice')}</span>;
  if (before !== undefined && after !== undefined && compare(decimal(before), decimal(after)) === 0) {
    return <Amount value={after} unit={unit} muted />;
  }
  return (
    <span className={classes['two']}>
      <span className={classes['small']}>
        <span className={classes['hidden']}>{t('was')} </span>
        {before === undefined ? none : <Amount value={before} unit={unit} muted />}
      </span>
      <span>
        <span className={classes['hidden']}>{t('becomes')} </span>
        {after === undefined ? none : <Amount value={after} unit={unit} />}
      </span>
    </span>
  );
}

function Decision({
  row,
  decisions,
  onChoose,
}: {
  readonly row: DriftLine;
  readonly decisions: Decisions;
  readonly onChoose: DriftTableProps['onChoose'];
}) {
  const { t } = useTranslation('price-drift');
  const { line } = row;
  if (line.component && decisions.open.has(line.component.parentId)) {
    return <span className={classes['small']}>{t('withBundle')}</span>;
  }
  if (!decisions.open.has(line.id)) return null;
  if (!onChoose) return <span className={classes['small']}>{t('compared')}</span>;
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('decide', { sku: line.sku })}
      value={decisions.choiceOf(line)}
      onChange={(value) => onChoose(line.id, value)}
      data={[
        { value: 'keep', label: t('keep') },
        { value: 'take', label: t('take') },
      ]}
    />
  );
}
