import type { Delimiter } from '#shared/import-export/read-csv';
import { writeCsv } from '#shared/import-export/write-csv';
import { writeXlsx, type ExportColumn } from './write-xlsx';

/** What the export's worker does: a list of 10,000 rows takes seconds to write. */
export const tableWriter = {
  csv: (rows: readonly (readonly string[])[], delimiter: Delimiter): Uint8Array =>
    new TextEncoder().encode(writeCsv(rows, delimiter)),
  xlsx: (columns: readonly ExportColumn[], rows: readonly (readonly string[])[]): Promise<Uint8Array> =>
    writeXlsx(columns, rows),
};
export type TableWriter = typeof tableWriter;
