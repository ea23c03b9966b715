import { TextInput } from '@mantine/core';
import { IconArrowRight, IconCheck, IconEye, IconQuestionMark } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../../ui/data-table';
import { useFormats } from '../../../ui/formats';
import { NoMatch } from '../../../ui/no-match';
import { StateBadge, type Tone } from '../../../ui/state-badge';
import type { IconComponent } from '../../../ui/icon';
import { useOpenQuote } from '../editing/open-quote';
import { figureText } from '../input/read-figure';
import { hitOf, stateOf, type PasteRow, type RowState } from './paste-rows';
import { PriceCell } from './price-cell';
import { ProductCell } from './product-cell';
import classes from './paste.module.css';
import type { OrderPaste } from './use-order-paste';

const looks: Readonly<Record<RowState, { readonly tone: Tone; readonly icon: IconComponent }>> = {
  matched: { tone: 'good', icon: IconCheck },
  check: { tone: 'warn', icon: IconEye },
  'not-found': { tone: 'bad', icon: IconQuestionMark },
  left: { tone: 'neutral', icon: IconArrowRight },
};

interface PasteTableProps {
  readonly paste: OrderPaste;
  readonly rows: readonly PasteRow[];
  readonly currency: string;
  readonly onShowAll: () => void;
}

/** Row by row what was written, what it is taken for, and what still needs a decision. */
export function PasteTable({ paste: { decide, setQuantity }, rows, currency, onShowAll }: PasteTableProps) {
  const { t } = useTranslation('paste');
  const formats = useFormats();
  const { locale } = useOpenQuote();
  const columns = useMemo(
    (): readonly Column<PasteRow>[] => [
      {
        key: 'source',
        title: t('column.source'),
        width: 'minmax(180px, 1fr)',
        render: ({ source }) => (
          <span className={classes['source']} title={source}>
            {source}
          </span>
        ),
      },
      {
        key: 'product',
        title: t('column.product'),
        width: 'minmax(320px, 1.2fr)',
        render: (row) => <ProductCell row={row} onDecide={(decision) => decide(row.id, decision)} />,
      },
      {
        key: 'quantity',
        title: t('column.quantity'),
        width: 104,
        render: (row) => {
          const text = row.unread ?? figureText(row.quantity, locale);
          return (
            <TextInput
              key={text}
              size="xs"
              className={classes['quantity'] ?? ''}
              aria-label={t('quantityOf', { row: row.source })}
              inputMode="decimal"
              defaultValue={text}
              error={row.unread !== null}
              disabled={row.decision?.kind === 'leave' || row.decision?.kind === 'text'}
              onBlur={(event) => {
                if (event.currentTarget.value !== text) setQuantity(row.id, event.currentTarget.value);
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                // Also as it stands: a figure that was only unclear is said to be meant.
                setQuantity(row.id, event.currentTarget.value);
                event.currentTarget.blur();
              }}
            />
          );
        },
      },
      {
        key: 'price',
        title: t('column.price', { currency }),
        width: 150,
        align: 'right',
        render: (row) => <PriceCell row={row} />,
      },
      {
        key: 'state',
        title: t('column.state'),
        width: 132,
        render: (row) => {
          const state = stateOf(row);
          const how = row.match.how === 'none' || hitOf(row) === undefined ? null : row.match.how;
          return (
            <span className={classes['two']}>
              <StateBadge {...looks[state]} label={t(`state.${state}`)} />
              {row.unread !== null ? (
                <span className={classes['small']}>{t('how.quantity')}</span>
              ) : (
                how && row.decision === null && <span className={classes['small']}>{t(`how.${how}`)}</span>
              )}
            </span>
          );
        },
      },
    ],
    [t, locale, currency, decide, setQuantity],
  );
  return (
    <DataTable
      label={t('table', { count: rows.length, shown: formats.number(rows.length) })}
      rows={rows}
      rowKey={({ id }) => id}
      rowHeight={52}
      columns={columns}
      emptyState={<NoMatch onClear={onShowAll} />}
    />
  );
}
