import { VisuallyHidden } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './plain-table.module.css';

export interface PlainColumn<Row> {
  readonly key: string;
  readonly title: string;
  /** The title is for screen readers only. */
  readonly hideTitle?: boolean;
  /** Any CSS width. Columns without one share what is left. */
  readonly width?: string;
  readonly align?: 'left' | 'right';
  /** A link in here is opened by a click anywhere on the row. */
  readonly render: (row: Row) => ReactNode;
}

interface PlainTableProps<Row> {
  readonly label: string;
  readonly columns: readonly PlainColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}

/** Pixels a column without a width of its own keeps in a narrow window. */
const leastWidth = 96;

/** A short table inside a record's page: everything in the page's own scroll. Long lists belong in DataTable. */
export function PlainTable<Row>({ label, columns, rows, rowKey }: PlainTableProps<Row>) {
  const minWidth = columns.reduce(
    (sum, { width }) => sum + (/^\d+px$/.test(width ?? '') ? Number.parseInt(width ?? '', 10) : leastWidth),
    0,
  );
  const { ref, width } = useElementSize<HTMLDivElement>();
  const scrolls = width > 0 && width < minWidth;
  return (
    // What scrolls can be reached, and then moved with the arrows.
    <div
      ref={ref}
      className={classes['scroller']}
      {...(scrolls ? { role: 'region', 'aria-label': label, tabIndex: 0 } : {})}
    >
      <table className={classes['table']} style={{ minWidth }} aria-label={label}>
        <colgroup>
          {columns.map(({ key, width }) => (
            <col key={key} style={width === undefined ? undefined : { width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ key, title, hideTitle = false, align }) => (
              <th key={key} scope="col" data-align={align}>
                {hideTitle ? <VisuallyHidden>{title}</VisuallyHidden> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ key, align, render }) => (
                <td key={key} data-align={align}>
                  {render(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
