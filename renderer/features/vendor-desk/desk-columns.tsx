import type { Column } from '../../ui/data-table';

/** A column of text that is cut where there is no room; pointing at it shows all of it. */
export const textColumn = <T,>(
  key: string,
  title: string,
  width: string,
  text: (row: T) => string,
): Column<T> => ({
  key,
  title,
  width,
  render: (row) => <span title={text(row)}>{text(row)}</span>,
  sortValue: text,
});
