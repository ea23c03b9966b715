// oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- the virtualizer places the rows, which table elements do not allow; the grid itself handles the keys
import { useVirtualizer } from '@tanstack/react-virtual';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import classes from './data-table.module.css';
import { useFormats } from './formats';
import { useRowHeight } from './use-row-height';

export interface Column<Row> {
  readonly key: string;
  readonly title: ReactNode;
  /** Pixels, or any CSS grid track; left out, the column takes what is left. */
  readonly width?: number | string;
  readonly align?: 'left' | 'right' | 'center';
  readonly render: (row: Row) => ReactNode;
  /** Makes the column sortable. Texts compare in the UI language with figures by value. null sorts last. */
  readonly sortValue?: ((row: Row) => string | number | null) | undefined;
}

export interface Sort {
  readonly key: string;
  readonly direction: 'up' | 'down';
}

interface DataTableProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** The table's name for screen readers. */
  readonly label?: string;
  /** A click or Enter on a row. */
  readonly onOpen?: ((row: Row, by: 'pointer' | 'keyboard') => void) | undefined;
  /** The cursor moved, by keyboard or click. */
  readonly onSelect?: ((row: Row) => void) | undefined;
  readonly selectedKey?: string | undefined;
  readonly emptyState?: ReactNode;
  /** With `onSort` the caller keeps the sort (and may remember it); without, the table does. */
  readonly sort?: Sort | null | undefined;
  readonly onSort?: ((sort: Sort | null) => void) | undefined;
  /** The rows are already in order (a search worker sorted them): heads only report clicks. */
  readonly presorted?: boolean;
  /** Called when the last rows come into view, to load more. */
  readonly onNearEnd?: (() => void) | undefined;
  /** Pixels, for rows of more than one line; left out, one line's height at the density in use. */
  readonly rowHeight?: number;
  /** How many rows there are in all when only the first of them are in `rows`. */
  readonly totalRows?: number | undefined;
}

const trackOf = (width: number | string | undefined): string =>
  typeof width === 'number' ? `${width}px` : (width ?? 'minmax(120px, 1fr)');

/** The least a track takes, in pixels: all rows share one width, so that columns line up whatever stands in them. */
const leastOf = (width: number | string | undefined): number =>
  typeof width === 'number' ? width : Number(/\d+(?=px)/.exec(trackOf(width))?.[0] ?? 120);

/** A long list in few elements: sticky head, arrows move, Enter opens. */
export function DataTable<Row>({
  columns,
  rows,
  rowKey,
  label,
  onOpen,
  onSelect,
  selectedKey,
  emptyState,
  sort: sortGiven,
  onSort,
  presorted = false,
  onNearEnd,
  totalRows,
  rowHeight: givenHeight,
}: DataTableProps<Row>) {
  const idBase = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const usualHeight = useRowHeight();
  const rowHeight = givenHeight ?? usualHeight;
  const [ownSort, setOwnSort] = useState<Sort | null>(null);
  const [ownKey, setOwnKey] = useState<string | undefined>(undefined);
  const sort = sortGiven === undefined ? ownSort : sortGiven;
  const shown = useSorted(rows, columns, presorted ? null : sort);
  const cursorKey = selectedKey ?? ownKey;
  const cursor = shown.findIndex((row) => rowKey(row) === cursorKey);
  const template = columns.map(({ width }) => trackOf(width)).join(' ');
  const minWidth = columns.reduce((sum, { width }) => sum + leastOf(width), 20);

  // oxlint-disable-next-line react/incompatible-library -- the virtualizer's answers are read at every render, never memoized
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  const items = virtual.getVirtualItems();
  const lastVisible = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (onNearEnd && shown.length > 0 && lastVisible >= shown.length - 20) onNearEnd();
  }, [lastVisible, shown.length, onNearEnd]);

  const moveTo = (index: number) => {
    const row = shown[Math.max(0, Math.min(shown.length - 1, index))];
    if (!row) return;
    setOwnKey(rowKey(row));
    onSelect?.(row);
    virtual.scrollToIndex(shown.indexOf(row));
  };
  const pageRows = () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 2);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    // A click leaves the focus on its row: the arrows go on from there.
    const onRow = event.target instanceof HTMLElement && event.target.role === 'row';
    if (event.target !== event.currentTarget && !onRow) return;
    const moves: Record<string, number> = {
      ArrowDown: cursor + 1,
      ArrowUp: cursor < 0 ? 0 : cursor - 1,
      PageDown: cursor + pageRows(),
      PageUp: cursor - pageRows(),
      Home: 0,
      End: shown.length - 1,
    };
    const target = moves[event.key];
    const current = shown[cursor];
    if (target !== undefined) moveTo(target);
    else if (event.key === 'Enter' && current) onOpen?.(current, 'keyboard');
    else return;
    event.preventDefault();
  };
  const changeSort = (key: string) => {
    const next: Sort | null =
      sort?.key !== key
        ? { key, direction: 'up' }
        : sort.direction === 'up'
          ? { key, direction: 'down' }
          : null;
    setOwnSort(next);
    onSort?.(next);
  };

  if (rows.length === 0 && emptyState) return <>{emptyState}</>;
  return (
    <div
      ref={scroller}
      className={classes['scroller']}
      role="grid"
      aria-label={label}
      aria-rowcount={(totalRows ?? shown.length) + 1}
      aria-activedescendant={cursor >= 0 ? `${idBase}-${cursor}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div
        className={classes['head']}
        role="row"
        aria-rowindex={1}
        style={{ gridTemplateColumns: template, minWidth }}
        data-table-head
      >
        {columns.map((column) => {
          const direction = sort?.key === column.key ? sort.direction : null;
          return (
            <div
              key={column.key}
              role="columnheader"
              className={classes['headCell']}
              data-align={column.align}
              aria-sort={direction === 'up' ? 'ascending' : direction === 'down' ? 'descending' : undefined}
            >
              {column.sortValue ? (
                <button type="button" className={classes['sort']} onClick={() => changeSort(column.key)}>
                  <span className={classes['clip']}>{column.title}</span>
                  {direction === 'up' && <IconArrowUp size={13} aria-hidden />}
                  {direction === 'down' && <IconArrowDown size={13} aria-hidden />}
                </button>
              ) : (
                <span className={classes['clip']}>{column.title}</span>
              )}
            </div>
          );
        })}
      </div>
      <div role="rowgroup" className={classes['rows']} style={{ height: virtual.getTotalSize(), minWidth }}>
        {items.map((item) => {
          const row = shown[item.index];
          if (!row) return null;
          const key = rowKey(row);
          return (
            <div
              key={key}
              id={`${idBase}-${item.index}`}
              role="row"
              tabIndex={-1}
              aria-rowindex={item.index + 2}
              aria-selected={key === cursorKey}
              className={classes['row']}
              data-opens={onOpen !== undefined || undefined}
              style={{
                gridTemplateColumns: template,
                height: item.size,
                transform: `translateY(${item.start}px)`,
              }}
              onClick={(event) => {
                moveTo(item.index);
                // A link or button inside the row does its own work.
                if (!(event.target as HTMLElement).closest('a,button,input,label')) onOpen?.(row, 'pointer');
              }}
            >
              {columns.map((column) => (
                <div key={column.key} role="gridcell" className={classes['cell']} data-align={column.align}>
                  {column.render(row)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function useSorted<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Sort | null,
): readonly Row[] {
  const { compare } = useFormats();
  return useMemo(() => {
    const valueOf = columns.find(({ key }) => key === sort?.key)?.sortValue;
    if (!sort || !valueOf) return rows;
    const sign = sort.direction === 'up' ? 1 : -1;
    return rows.toSorted((rowA, rowB) => {
      const a = valueOf(rowA);
      const b = valueOf(rowB);
      if (a === null || b === null) return Number(a === null) - Number(b === null);
      return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b)));
    });
  }, [rows, columns, sort, compare]);
}
