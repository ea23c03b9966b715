import 'react-data-grid/lib/styles.css';
import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type Ref,
} from 'react';
import {
  DataGrid,
  type CellKeyboardEvent,
  type CellKeyDownArgs,
  type DataGridHandle,
  type PositionChangeArgs,
  type RenderRowProps,
  type RowsChangeData,
} from 'react-data-grid';
import { useTranslation } from 'react-i18next';
import { useStore, type StoreApi } from 'zustand';
import { minorUnits } from '#shared/domain/money/minor-units';
import { linesOf } from '#shared/domain/quote/quote';
import { useFormats } from '../../../ui/formats';
import { useRowHeight } from '../../../ui/use-row-height';
import { useEditorTools } from '../editing/editor-tools';
import { useOpenQuote } from '../editing/open-quote';
import type { Selection } from '../editing/selection';
import { amountWidths, columnWidths } from './column-widths';
import { quoteColumns } from './columns';
import { DraggableRow } from './draggable-row';
import { DragLines } from './drag-lines';
import type { GridRow, LineRow } from './grid-rows';
import { onGridKey } from './grid-keys';
import classes from './quote-grid.module.css';
import { hasMessages, rowHeightOf } from './row-messages';
import { summaryRows, type SummaryRow } from './summary-rows';
import { useCollapsed } from './use-collapsed';
import { useGridRows } from './use-grid-rows';
import { isEditableColumn } from './set-cell';

export interface QuoteGridHandle {
  /** Puts the cursor on an item, by default on the one it was on or the last. */
  focus(itemId?: string, column?: string, edit?: boolean): void;
}

const headHeight = 32;
const rowKey = (row: GridRow): string => row.id;
const renderers = {
  renderRow: (key: React.Key, props: RenderRowProps<GridRow, SummaryRow>) => (
    <DraggableRow key={key} {...props} />
  ),
};

/** The lines of the open quote as a spreadsheet: typed in place, virtualized, with its totals fixed below. */
export function QuoteGrid({ ref }: { readonly ref: Ref<QuoteGridHandle> }) {
  const { t } = useTranslation('quotes');
  const formats = useFormats();
  const open = useOpenQuote();
  const { focusAddBox, setCell, actions } = useEditorTools();
  const { quote, editable, priced, pricedLines, customerView, locale, selection } = open;
  const grid = useRef<DataGridHandle>(null);
  const { collapsed, toggle } = useCollapsed(quote.id);
  const rows = useGridRows(open, collapsed);
  const baseHeight = useRowHeight();
  const selectedIds = useStore(selection, (state) => state.ids);

  const { width, scrollbar } = useInnerSize(grid);
  const { list, net, total, buy, quantity } = useMemo(
    () =>
      amountWidths(
        pricedLines.values(),
        priced?.totals ?? null,
        linesOf(quote).map((line) => line.quantity),
      ),
    [pricedLines, priced?.totals, quote],
  );
  const columns = useMemo(
    () =>
      quoteColumns({
        t,
        formats,
        locale,
        currency: quote.currency,
        digits: minorUnits(quote.currency),
        quoteId: quote.id,
        toggleParts: toggle,
        chooseAlternative: actions.chooseAlternative,
        widths: columnWidths(width, { list, net, total, buy, quantity }, customerView),
        customerView,
        editable,
      }),
    [
      t,
      formats,
      locale,
      quote.currency,
      quote.id,
      toggle,
      actions,
      width,
      list,
      net,
      total,
      buy,
      quantity,
      customerView,
      editable,
    ],
  );
  const lineCount = rows.filter((row) => row.kind === 'line' && !row.isPart && !isOutside(row)).length;
  const bottom = useMemo(
    () => summaryRows(priced?.totals ?? null, lineCount, editable),
    [priced?.totals, lineCount, editable],
  );
  const rowHeight = useCallback(
    (row: GridRow) =>
      row.kind === 'section' ? baseHeight : rowHeightOf(baseHeight, row.line.note !== '', hasMessages(row)),
    [baseHeight],
  );
  const columnIndex = useCallback(
    (key: string | null) =>
      Math.max(
        1,
        columns.findIndex((column) => column.key === key),
      ),
    [columns],
  );
  const focus = useCallback<QuoteGridHandle['focus']>(
    (itemId, column, edit = false) => {
      const wanted = itemId ?? selection.getState().activeId;
      const index = rows.findIndex((row) => row.id === wanted);
      const rowIdx = index === -1 ? rows.length - 1 : index;
      if (rowIdx < 0) return focusAddBox();
      const key = column ?? selection.getState().column ?? 'quantity';
      if (edit) selection.setState({ editStart: 'continue' });
      grid.current?.scrollToCell({ rowIdx });
      grid.current?.setActivePosition(
        { rowIdx, idx: rows[rowIdx]?.kind === 'section' ? 1 : columnIndex(key) },
        { shouldFocus: true, enableEditor: edit },
      );
    },
    [rows, selection, columnIndex, focusAddBox],
  );
  useImperativeHandle(ref, () => ({ focus }), [focus]);
  const movedByGrid = useRef(false);
  useCursorFollowsItem(rows, selection, grid, columnIndex, movedByGrid);

  const onPosition = useCallback(
    ({ row, column }: PositionChangeArgs<GridRow, SummaryRow>) => {
      if (!row) return;
      movedByGrid.current = true;
      selection.setState({ activeId: row.id, column: column?.key ?? null });
      movedByGrid.current = false;
    },
    [selection],
  );
  const onRowsChange = (next: GridRow[], { indexes, column }: RowsChangeData<GridRow, SummaryRow>) => {
    for (const index of indexes) {
      const row = next[index];
      if (row?.typed === undefined || !isEditableColumn(column.key)) continue;
      const { id } = row;
      const item = row.kind === 'line' ? row.line : { kind: row.kind, id, title: row.title };
      setCell(item, column.key, row.typed);
    }
  };
  const onCellKeyDown = (args: CellKeyDownArgs<GridRow, SummaryRow>, event: CellKeyboardEvent) =>
    onGridKey(args, event, {
      startWith: (editStart) => selection.setState({ editStart }),
      lastRow: rows.length - 1,
      toAddBox: focusAddBox,
      toCell: (position) => grid.current?.setActivePosition(position, { shouldFocus: true }),
      clearSelection: () => selection.setState({ ids: new Set() }),
      selectAll: () => selection.setState({ ids: new Set(rows.map(rowKey)) }),
      hasSelection: selection.getState().ids.size > 0,
    });
  // Coming down from the last line lands on the cell around the search box: what is typed then belongs into the box.
  const onFocus = (event: FocusEvent) => {
    if (event.target.classList.contains(classes['add'] ?? '-')) focusAddBox();
  };

  const natural =
    headHeight + rows.reduce((sum, row) => sum + rowHeight(row), 0) + bottom.length * baseHeight + 1;
  const empty = rows.length === 0;
  return (
    <DragLines rows={rows}>
      <div className={classes['wrap']} data-empty={empty || undefined} onFocus={onFocus}>
        <DataGrid
          ref={grid}
          className={classes['grid'] ?? ''}
          style={{ blockSize: empty ? natural : `min(100%, ${natural + scrollbar}px)` }}
          aria-label={t('gridLabel', { number: quote.number })}
          columns={columns}
          rows={rows}
          rowKeyGetter={rowKey}
          rowHeight={rowHeight}
          headerRowHeight={headHeight}
          summaryRowHeight={baseHeight}
          bottomSummaryRows={bottom}
          selectedRows={selectedIds}
          onSelectedRowsChange={(ids) => selection.setState({ ids })}
          onRowsChange={onRowsChange}
          onCellKeyDown={onCellKeyDown}
          onCellDoubleClick={() => {
            selection.setState({ editStart: 'continue' });
          }}
          // Pasting is handled for the whole editor; without this the grid would open the cell for it.
          onCellPaste={({ row }) => row}
          onActivePositionChange={onPosition}
          renderers={renderers}
          rowClass={lookOf}
        />
      </div>
    </DragLines>
  );
}

function lookOf(row: GridRow): string {
  if (row.kind === 'section') return classes['sectionRow'] ?? '';
  if (row.priced?.status === 'problem' || Object.keys(row.drafts).length > 0)
    return classes['problemRow'] ?? '';
  return `${isOutside(row) ? (classes['optionalRow'] ?? '') : ''} ${row.isPart ? (classes['partRow'] ?? '') : ''}`;
}

/** In no total: optional, or an alternative that was not chosen. */
const isOutside = ({ line, priced }: LineRow): boolean =>
  priced?.optional ?? (line.optional || line.alternative?.chosen === false);

interface InnerSize {
  readonly width: number;
  /** What a horizontal scrollbar takes of the grid's height, on systems where it takes any. */
  readonly scrollbar: number;
}

function useInnerSize(grid: React.RefObject<DataGridHandle | null>): InnerSize {
  const [size, setSize] = useState<InnerSize>({ width: 0, scrollbar: 0 });
  useEffect(() => {
    const element = grid.current?.element;
    if (!element) return undefined;
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, scrollbar: element.offsetHeight - element.clientHeight - 1 }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [grid]);
  return size;
}

/** The grid's cursor is a place; a person's is on a line. When the line moves, or another becomes the one, the cursor goes there. */
function useCursorFollowsItem(
  rows: readonly GridRow[],
  selection: StoreApi<Selection>,
  grid: React.RefObject<DataGridHandle | null>,
  columnIndex: (key: string | null) => number,
  /** The grid has moved its cursor itself and only says so. */
  movedByGrid: React.RefObject<boolean>,
): void {
  const last = useRef<{ readonly activeId: string | null; readonly index: number }>({
    activeId: null,
    index: -1,
  });
  useEffect(() => {
    const follow = ({ activeId, column }: Selection): void => {
      const before = last.current;
      const index = rows.findIndex((row) => row.id === activeId);
      last.current = { activeId, index };
      if (movedByGrid.current || index === -1 || (before.index === index && before.activeId === activeId))
        return;
      const focused = document.activeElement;
      // A row that was deleted under the cursor takes the focus with it: then nothing has it.
      const inGrid = focused === document.body || (grid.current?.element?.contains(focused) ?? false);
      if (focused instanceof HTMLInputElement) grid.current?.scrollToCell({ rowIdx: index });
      else if (inGrid || before.activeId !== activeId)
        grid.current?.setActivePosition({ rowIdx: index, idx: columnIndex(column) }, { shouldFocus: inGrid });
    };
    follow(selection.getState());
    return selection.subscribe((state, previous) => {
      if (state.activeId !== previous.activeId) follow(state);
    });
  }, [rows, selection, grid, columnIndex, movedByGrid]);
}
