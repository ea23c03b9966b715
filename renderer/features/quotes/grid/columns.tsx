import { Tooltip, VisuallyHidden } from '@mantine/core';
import type { Column, RenderEditCellProps } from 'react-data-grid';
import type { PricedAmounts } from '#shared/domain/pricing/priced';
import { figureText } from '../input/read-figure';
import { unitDecimals, type ColumnWidths } from './column-widths';
import { AddLineBox } from './add-line-box';
import { breachText } from './breach-text';
import { CellEditor } from './cell-editor';
import { DescriptionCell, type BundleTools } from './description-cell';
import type { GridRow, LineRow } from './grid-rows';
import { amountOf, FigureCell, FloorMark, SellBasisMark, TermCell, type CellTexts } from './line-cells';
import classes from './quote-grid.module.css';
import { NumberCell, NumberHeader } from './number-cell';
import type { SummaryRow } from './summary-rows';

export interface ColumnsInput extends CellTexts, BundleTools {
  readonly locale: string;
  readonly currency: string;
  /** Decimals of the currency's minor unit. */
  readonly digits: number;
  readonly widths: ColumnWidths;
  readonly customerView: boolean;
}

type GridColumn = Column<GridRow, SummaryRow>;

const right = classes['right'] ?? '';

/** The grid's columns. In customer view the ones that show cost and margin are not there at all (QUO-5). */
export function quoteColumns(input: ColumnsInput): readonly GridColumn[] {
  const { t, currency, customerView, editable } = input;
  const isLine = (row: GridRow) => editable && row.kind === 'line';
  const fits = ({ key }: GridColumn) =>
    key !== 'charge' && key !== 'list' && key !== 'buy' ? true : input.widths[key] > 0;
  const priceColumns: readonly GridColumn[] = [
    {
      key: 'list',
      name: t('column.list'),
      width: input.widths.list,
      cellClass: right,
      headerCellClass: right,
      renderCell: ({ row }) => unitPriceText(input, row, ({ listUnit }) => listUnit, true),
    },
    {
      key: 'discount',
      name: t('column.discount'),
      width: input.widths.discount,
      cellClass: right,
      headerCellClass: right,
      editable: isLine,
      renderCell: ({ row }) => row.kind === 'line' && <DiscountCell {...input} row={row} />,
      renderEditCell: (props) =>
        props.row.kind === 'line' &&
        figureEditor(input, props, t('field.discountPercent'), props.row.drafts.discountPercent?.text, {
          value: props.row.line.discountPercent,
        }),
    },
    {
      key: 'net',
      name: t('column.net'),
      width: input.widths.net,
      cellClass: right,
      headerCellClass: right,
      editable: isLine,
      renderCell: ({ row }) =>
        row.kind === 'line' && (
          <FigureCell row={row} field="unitPrice">
            {!customerView && <SellBasisMark {...input} row={row} />}
            {unitPriceText(input, row, ({ sellUnit }) => sellUnit)}
          </FigureCell>
        ),
      renderEditCell: (props) =>
        props.row.kind === 'line' &&
        figureEditor(input, props, t('field.unitPrice'), props.row.drafts.unitPrice?.text, {
          value: amountOf(props.row, ({ sellUnit }) => sellUnit) ?? '',
        }),
    },
    {
      key: 'total',
      name: `${t('column.total')}, ${currency}`,
      width: input.widths.total,
      cellClass: right,
      headerCellClass: right,
      summaryCellClass: right,
      renderCell: ({ row }) =>
        row.kind === 'section' ? (
          <strong>{row.subtotal && money(input, row.subtotal.sell)}</strong>
        ) : row.included ? (
          <span className={classes['dim']}>{t('bundle.included')}</span>
        ) : row.bundle?.totals ? (
          <strong>{money(input, row.bundle.totals.sell)}</strong>
        ) : (
          amountText(input, row, ({ sellLine }) => sellLine)
        ),
      renderSummaryCell: ({ row }) => summaryAmount(input, row),
    },
  ];
  const costColumns: readonly GridColumn[] = [
    {
      key: 'buy',
      name: t('column.buy'),
      width: input.widths.buy,
      cellClass: right,
      headerCellClass: right,
      summaryCellClass: right,
      renderCell: ({ row }) =>
        row.kind === 'section'
          ? row.subtotal && money(input, row.subtotal.buy)
          : row.bundle?.totals
            ? money(input, row.bundle.totals.buy)
            : amountText(input, row, ({ buyLine }) => buyLine, true),
      renderSummaryCell: ({ row }) =>
        row.kind === 'net' && row.totals ? money(input, row.totals.buy) : null,
    },
    {
      key: 'margin',
      name: t('column.margin'),
      width: input.widths.margin,
      cellClass: right,
      headerCellClass: right,
      summaryCellClass: right,
      renderCell: ({ row }) => <MarginText {...input} percent={marginOf(row)} />,
      renderSummaryCell: ({ row }) =>
        row.kind === 'net' && <MarginText {...input} percent={row.totals?.marginPercent} />,
    },
  ];
  const shownCost = customerView ? [] : costColumns.filter(fits);
  const shownPrices = priceColumns.filter(fits);
  // From the SKU to the net price: what a section's title and the totals' words spread over.
  const textColumns = 2 + shownPrices.length + (input.widths.charge > 0 ? 1 : 0);
  const columns: readonly GridColumn[] = [
    {
      key: 'number',
      name: t('column.number'),
      width: input.widths.number,
      frozen: true,
      headerCellClass: classes['numberHead'] ?? '',
      cellClass: classes['number'] ?? '',
      renderHeaderCell: ({ tabIndex }) => <NumberHeader tabIndex={tabIndex} />,
      renderCell: ({ row, rowIdx, tabIndex }) => (
        <NumberCell row={row} rowIndex={rowIdx} tabIndex={tabIndex} draggable={editable} />
      ),
    },
    {
      key: 'sku',
      name: t('column.sku'),
      width: input.widths.sku,
      editable,
      colSpan: (args) => {
        if (args.type === 'ROW') return args.row.kind === 'section' ? textColumns : undefined;
        if (args.type === 'SUMMARY')
          return args.row.kind === 'add' ? textColumns + 1 + shownCost.length : textColumns;
        return undefined;
      },
      cellClass: (row) => (row.kind === 'section' ? classes['section'] : classes['sku']) ?? '',
      summaryCellClass: (row) => (row.kind === 'add' ? classes['add'] : right) ?? '',
      renderCell: ({ row }) =>
        row.kind === 'line' ? (
          <span title={row.line.sku}>{row.line.sku}</span>
        ) : (
          <strong className={classes['clip']}>{row.title || t('untitledSection')}</strong>
        ),
      renderEditCell: (props) => (
        <CellEditor
          {...(props as RenderEditCellProps<GridRow>)}
          label={props.row.kind === 'line' ? t('column.sku') : t('field.sectionTitle')}
          text={props.row.kind === 'line' ? props.row.line.sku : props.row.title}
        />
      ),
      renderSummaryCell: ({ row }) => <SummaryWords {...input} row={row} />,
    },
    {
      key: 'description',
      name: t('column.description'),
      width: input.widths.description,
      editable: isLine,
      cellClass: classes['description'] ?? '',
      renderCell: ({ row }) => row.kind === 'line' && <DescriptionCell {...input} row={row} />,
      renderEditCell: (props) =>
        props.row.kind === 'line' && (
          <CellEditor
            {...(props as RenderEditCellProps<GridRow>)}
            label={t('column.description')}
            text={props.row.line.description}
            multiline
          />
        ),
    },
    {
      key: 'quantity',
      name: t('column.quantity'),
      width: input.widths.quantity,
      cellClass: right,
      headerCellClass: right,
      editable: isLine,
      renderCell: ({ row }) =>
        row.kind === 'line' && (
          <FigureCell row={row} field="quantity">
            <Quantity {...input} row={row} />
          </FigureCell>
        ),
      renderEditCell: (props) =>
        props.row.kind === 'line' &&
        figureEditor(input, props, t('field.quantity'), props.row.drafts.quantity?.text, {
          value: props.row.line.quantity,
        }),
    },
    {
      key: 'charge',
      name: t('column.charge'),
      width: input.widths.charge,
      renderCell: ({ row }) => row.kind === 'line' && <TermCell {...input} row={row} />,
    },
    ...shownPrices,
    ...shownCost,
  ];
  return columns.filter(fits).map((column) => ({ ...column, editorOptions: keptOpen }));
}

/** What is being typed stays when the line is priced anew or comes in changed meanwhile. */
const keptOpen = { closeOnExternalRowChange: false };

function figureEditor(
  { locale }: ColumnsInput,
  props: RenderEditCellProps<GridRow, SummaryRow>,
  label: string,
  draft: string | undefined,
  { value }: { readonly value: string },
) {
  return (
    <CellEditor
      {...(props as RenderEditCellProps<GridRow>)}
      label={label}
      text={draft ?? figureText(value, locale)}
      alignRight
      {...(props.column.key === 'discount' || props.column.key === 'net'
        ? { floorsOf: props.column.key }
        : {})}
    />
  );
}

function amountText(
  input: ColumnsInput,
  row: GridRow,
  pick: (amounts: PricedAmounts) => string,
  muted = false,
) {
  return shownFigure(amountOf(row, pick), (amount) => money(input, amount), muted);
}

/** With the currency's own decimals: a yen has none, a dinar three. */
const money = ({ formats, digits }: ColumnsInput, amount: string): string =>
  formats.amount(amount, undefined, digits);

/** Of a bundle's part all units that there are; how many each bundle has is what is typed (PR-14). */
function Quantity({ row, formats, t }: ColumnsInput & { readonly row: LineRow }) {
  const all = row.priced?.status === 'priced' ? row.priced.amounts.quantity : row.line.quantity;
  if (!row.isPart || Number(all) === Number(row.line.quantity)) return formats.number(all);
  const each = t('bundle.each', { quantity: formats.number(row.line.quantity) });
  return (
    <Tooltip label={each}>
      <span>
        {formats.number(all)}
        <VisuallyHidden>{each}</VisuallyHidden>
      </span>
    </Tooltip>
  );
}

/** A rate of 0.0042 is not 0.00. */
function unitPriceText(
  { formats }: ColumnsInput,
  row: GridRow,
  pick: (amounts: PricedAmounts) => string,
  muted = false,
) {
  const write = (price: string) => formats.unitPrice(price, undefined, unitDecimals(price));
  return shownFigure(amountOf(row, pick), write, muted);
}

function shownFigure(amount: string | null | undefined, write: (amount: string) => string, muted: boolean) {
  if (amount === undefined) return null;
  if (amount === null) return <span className={classes['dim']}>—</span>;
  return <span className={muted ? classes['dim'] : undefined}>{write(amount)}</span>;
}

function DiscountCell({ row, formats, t }: ColumnsInput & { readonly row: LineRow }) {
  const over = row.breaches.find(({ floor }) => floor === 'manual-discount');
  const none = row.line.discountPercent === '0';
  return (
    <FigureCell row={row} field="discountPercent">
      {over && <FloorMark text={breachText(over, t, formats)} />}
      <span className={none ? classes['dim'] : undefined}>
        {none ? '—' : formats.percent(row.line.discountPercent)}
      </span>
    </FigureCell>
  );
}

const marginOf = (row: GridRow): string | null | undefined =>
  row.kind === 'section'
    ? row.subtotal?.marginPercent
    : row.included
      ? undefined
      : row.bundle?.totals
        ? row.bundle.totals.marginPercent
        : row.priced?.status === 'priced'
          ? row.priced.amounts.marginPercent
          : undefined;

function MarginText({ percent, formats }: ColumnsInput & { readonly percent: string | null | undefined }) {
  if (percent === undefined) return null;
  if (percent === null) return <span className={classes['dim']}>—</span>;
  return (
    <span className={percent.startsWith('-') ? classes['loss'] : undefined}>{formats.percent(percent)}</span>
  );
}

function SummaryWords({ row, ...input }: ColumnsInput & { readonly row: SummaryRow }) {
  const { t } = input;
  switch (row.kind) {
    case 'add':
      return <AddLineBox />;
    case 'net':
      return (
        <span className={classes['totalWords']}>
          {t('totals.net')} <span className={classes['dim']}>{t('lineCount', { count: row.lines })}</span>
        </span>
      );
    case 'gross':
      return (
        <span className={classes['totalWords']}>
          {row.totals && (
            <span className={classes['dim']}>
              {t('totals.taxPlus', { amount: money(input, row.totals.tax) })}
            </span>
          )}{' '}
          {t('totals.gross')}
        </span>
      );
    default:
      return row satisfies never;
  }
}

function summaryAmount(input: ColumnsInput, row: SummaryRow) {
  if (row.kind === 'add' || !row.totals) return null;
  return <strong>{money(input, row.kind === 'net' ? row.totals.sell : row.totals.gross)}</strong>;
}
