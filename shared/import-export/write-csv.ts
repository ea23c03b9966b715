import { stringify } from 'csv-stringify/browser/esm/sync';
import { withoutFormula } from './formula';
import type { Delimiter } from './read-csv';

/**
 * Rows as a CSV file that a spreadsheet opens as it is: with a byte-order mark, in quotes where needed, and with cells that begin like a
 * formula (= + - @, tab, line break) made harmless by an apostrophe before them.
 */
export const writeCsv = (rows: readonly (readonly string[])[], delimiter: Delimiter = ','): string =>
  stringify(
    rows.map((row) => row.map(withoutFormula)),
    // A field with any of the signs that may separate is quoted: whoever reads it must not guess wrong.
    { bom: true, delimiter, record_delimiter: 'windows', quoted_match: /[,;\t|\r\n]/ },
  );
