import { stringify } from 'csv-stringify/browser/esm/sync';

/**
 * Rows as a CSV file that a spreadsheet opens as it is: with a byte-order mark, in quotes where needed, and with cells that begin like a
 * formula (= + - @, tab, line break) made harmless by an apostrophe before them.
 */
export const writeCsv = (rows: readonly (readonly string[])[], delimiter: ',' | ';' = ','): string =>
  stringify(
    rows.map((row) => [...row]),
    { bom: true, delimiter, escape_formulas: true, record_delimiter: 'windows' },
  );
