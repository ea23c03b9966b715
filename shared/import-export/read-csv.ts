import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { err, ok, type Result } from '../lib/result';
import { fromWithoutFormula } from './formula';
import { textCell, toTable, type FileTable, type TableRow } from './table';

const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

export type ReadFileError =
  | { readonly type: 'empty' }
  /** `line`: where it cannot be read any further; 0: not known. */
  | { readonly type: 'not-readable'; readonly line: number }
  | { readonly type: 'too-large' };

/** What a file can have: more is more than a person looks through. */
export const mostRows = 50_000;
export const mostColumns = 1_000;
/** Characters of one row. More is a quote that is never closed, or no table. */
const longestRow = 1_000_000;
/** Empty cells side by side: a spreadsheet has fewer columns. */
const longestEmptyRun = 20_000;

/** How many of the first lines tell which sign separates columns. */
const linesLookedAt = 20;

/** The sign that parts most of the first lines into the same number of columns, more than one; signs within quotes part nothing. */
export function delimiterOf(text: string): Delimiter {
  const lines = withoutQuoted(text)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, linesLookedAt);
  const scores = delimiters.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const most = counts.reduce((best, each) => Math.max(best, timesOf(counts, each)), 0);
    const usual = Math.max(0, ...counts.filter((each) => timesOf(counts, each) === most));
    return { delimiter, score: usual === 0 ? 0 : most / lines.length + Math.min(usual, 99) / 10_000 };
  });
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
}

const timesOf = (counts: readonly number[], count: number): number =>
  counts.filter((each) => each === count).length;

const withoutQuoted = (text: string): string => text.slice(0, 200_000).replace(/"(?:[^"]|"")*"/g, '');

class TooLarge extends Error {}

/**
 * Text of a CSV file as a table, whatever sign separates its columns. Quotes that are not closed are an error; rows of any length are read. The
 * apostrophe that keeps a spreadsheet from taking a text for a formula is taken off again.
 */
export function readCsv(text: string): Result<FileTable, ReadFileError> {
  const bare = text.replace(/^\uFEFF/, '');
  // Spreadsheets may say themselves what separates.
  const said = /^"?sep=([^"\r\n])"?\r?\n/i.exec(bare);
  const body = said ? bare.slice(said[0].length) : bare;
  const delimiter = said?.[1] ?? delimiterOf(body);
  // The parser's own limit counts no separators.
  if (body.includes(delimiter.repeat(longestEmptyRun))) return err({ type: 'too-large' });
  const rows: TableRow[] = [];
  let pairs = 0;
  try {
    // Rows are taken as they come: in the end a million of them would not fit beside what the parser keeps of each.
    parse(body, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: longestRow,
      on_record: (record: string[], { lines }: { readonly lines: number }) => {
        // The line the record ends in, less the line breaks within it, is where it begins. The parser counts a pair within quotes twice.
        pairs += breaksIn(record, /\r\n/g);
        const line = lines - pairs - breaksIn(record, /\r\n|[\r\n]/g) + (said ? 1 : 0);
        if (record.some((cell) => cell.trim() !== '')) {
          rows.push({
            line,
            cells: withoutEmptyEnd(record).map((cell) => textCell(fromWithoutFormula(cell))),
          });
        }
        if (rows.length > mostRows + 1) throw new TooLarge();
        return null;
      },
    });
  } catch (thrown) {
    if (thrown instanceof TooLarge) return err({ type: 'too-large' });
    if (!(thrown instanceof CsvError)) throw thrown;
    const { lines } = thrown as unknown as { readonly lines?: number };
    return err({ type: 'not-readable', line: lines ?? 0 });
  }
  const table = toTable(rows);
  if (!table) return err({ type: 'empty' });
  return table.header.length > mostColumns ? err({ type: 'too-large' }) : ok(table);
}

const breaksIn = (cells: readonly string[], breaks: RegExp): number =>
  cells.reduce((sum, cell) => sum + (cell.match(breaks)?.length ?? 0), 0);

const withoutEmptyEnd = (cells: readonly string[]): readonly string[] =>
  cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
