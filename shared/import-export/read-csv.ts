import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { err, ok, type Result } from '../lib/result';
import { textCell, toTable, type FileTable } from './table';

const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

export type ReadFileError =
  | { readonly type: 'empty' }
  /** `line`: where it cannot be read any further; 0: not known. */
  | { readonly type: 'not-readable'; readonly line: number };

/** How many of the first lines tell which sign separates columns. */
const linesLookedAt = 20;

/** The sign that parts the most columns the same in every one of the first lines; signs within quotes part nothing. */
export function delimiterOf(text: string): Delimiter {
  const lines = withoutQuoted(text)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, linesLookedAt);
  const scores = delimiters.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const least = Math.min(...counts);
    const even = counts.every((count) => count === counts[0]) ? 0.5 : 0;
    return { delimiter, score: counts.length === 0 ? 0 : (counts[0] ?? 0) > 0 ? least + even + 0.1 : 0 };
  });
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
}

const withoutQuoted = (text: string): string => text.slice(0, 200_000).replace(/"(?:[^"]|"")*"/g, '');

/**
 * Text of a CSV file as a table, whatever sign separates its columns. Quotes that are not closed are an error; rows of any length are read. The
 * apostrophe that keeps a spreadsheet from taking a text for a formula is taken off again.
 */
export function readCsv(text: string): Result<FileTable, ReadFileError> {
  const bare = text.replace(/^\uFEFF/, '');
  // Spreadsheets may say themselves what separates.
  const said = /^sep=(.)\r?\n/i.exec(bare);
  const body = said ? bare.slice(said[0].length) : bare;
  try {
    const records = parse(body, {
      delimiter: said?.[1] ?? delimiterOf(body),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as readonly {
      readonly record: readonly string[];
      readonly info: { readonly lines: number };
    }[];
    const table = toTable(
      records.map(({ record, info }) => ({
        // The line the record ends in, less the line breaks within it, is where it begins.
        line: info.lines - record.join('').split('\n').length + 1 + (said ? 1 : 0),
        cells: record.map((text) => textCell(text.replace(/^'(?=[=+\-@\t\r])/, ''))),
      })),
    );
    return table ? ok(table) : err({ type: 'empty' });
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    const { lines } = thrown as unknown as { readonly lines?: number };
    return err({ type: 'not-readable', line: lines ?? 0 });
  }
}
