import { VisuallyHidden } from '@mantine/core';
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

/** A short table inside a record's page: everything in the page's own scroll. Long lists belong in DataTable. */
export function PlainTable<Row>({ label, columns, rows, rowKey }: PlainTableProps<Row>) {
  return (
    <table className={classes['table']} aria-label={label}>
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
  );
}
