import type { ExportColumn } from '../../workers/write-xlsx';

/** A list as it is taken along: amounts plain decimal strings, days ISO days. */
export interface TableExport {
  /** The list's name, and the file's without what ends it. */
  readonly name: string;
  readonly columns: readonly ExportColumn[];
  readonly rows: () => readonly (readonly string[])[];
}

/** An export of records, each column with how it is read from one. */
export const tableExport = <Row>(
  name: string,
  rows: readonly Row[],
  columns: readonly (ExportColumn & { readonly value: (row: Row) => string })[],
): TableExport => ({
  name,
  columns,
  rows: () => rows.map((row) => columns.map(({ value }) => value(row))),
});
