import { createReadStream } from 'node:fs';
import { parse, type CsvError, type Info } from 'csv-parse';
import { err, ok, type Result } from '#shared/lib/result';
import { isDamaged } from './clean-text';
import { findEncoding, textDecoder, type Encoding, type FileProblem } from './decode-file';
import { findColumns, type Columns } from './find-columns';
import { importFields, type ImportField, type ImportOptions } from './options';
import { readRow, type BadRow, type GoodRow } from './read-row';

export interface ReadFile {
  readonly encoding: Encoding;
  /** Rows below the head, good and bad. */
  readonly rows: number;
  readonly good: readonly GoodRow[];
  readonly bad: readonly BadRow[];
  /** Lines of good rows in which characters were lost before the file came here; their texts are published without them. */
  readonly damagedLines: readonly number[];
}

/** Reads a CSV file row by row. An error means that nothing of it can be used; a bad row only that it is left out. */
export async function readFile(options: ImportOptions): Promise<Result<ReadFile, FileProblem>> {
  const encoding = await findEncoding(options.file, options.encoding);
  if (!encoding.ok) return encoding;
  const delimiter = options.delimiter ?? (await guessDelimiter(options.file, encoding.value));
  const good = new Map<string, { readonly row: GoodRow; readonly line: number }>();
  const bad: BadRow[] = [];
  const damagedLines: number[] = [];
  let columns: Columns | undefined;
  let width = 0;
  let rows = 0;

  try {
    for await (const { record, line } of records(options.file, encoding.value, delimiter)) {
      if (columns === undefined) {
        const found = findColumns(record, options.columns);
        if (!found.ok) return found;
        columns = found.value;
        width = record.length;
        continue;
      }
      rows += 1;
      if (record.length !== width) {
        const reason = { type: 'wrong-column-count', found: record.length, wanted: width } as const;
        bad.push({ line, column: '', value: shown(record.join(delimiter)), reason });
        continue;
      }
      const cells = cellsOf(record, columns);
      const row = readRow(cells, options);
      if (!row.ok) {
        const { field, reason } = row.error;
        bad.push({ line, column: columns[field]?.head ?? field, value: shown(cells[field]), reason });
        continue;
      }
      const first = good.get(row.value.sku);
      if (first) {
        const reason = { type: 'duplicate-sku', firstLine: first.line } as const;
        bad.push({ line, column: columns.sku?.head ?? 'sku', value: shown(cells.sku), reason });
        continue;
      }
      good.set(row.value.sku, { row: row.value, line });
      if (Object.values(cells).some(isDamaged)) damagedLines.push(line);
    }
  } catch (error) {
    const { code, message, lines } = error as CsvError & { lines?: number };
    if (typeof code !== 'string' || !code.startsWith('CSV_')) throw error;
    return err({ type: 'not-csv', line: lines ?? 0, message });
  }
  if (columns === undefined) return err({ type: 'empty' });
  if (good.size === 0) return err({ type: 'no-good-rows' });
  const goodRows = [...good.values()].map(({ row }) => row);
  return ok({ encoding: encoding.value, rows, good: goodRows, bad, damagedLines });
}

interface CsvRow {
  readonly record: readonly string[];
  readonly line: number;
}

/** Far above any real row: a quote that never closes is noticed before it has swallowed the file. */
const maxRowCharacters = 1024 * 1024;

async function* records(file: string, encoding: Encoding, delimiter: string): AsyncGenerator<CsvRow> {
  const parser = parse({
    delimiter,
    record_delimiter: '\n',
    bom: true,
    info: true,
    raw: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: maxRowCharacters,
  });
  const decode = textDecoder(encoding);
  const source = createReadStream(file);
  source.on('data', (chunk) => {
    if (!parser.write(decode(chunk as Buffer))) {
      source.pause();
      parser.once('drain', () => source.resume());
    }
  });
  source.on('end', () => parser.end(decode()));
  source.on('error', (error) => parser.destroy(error));
  try {
    for await (const row of parser as AsyncIterable<{ record: string[]; info: Info; raw: string }>) {
      const breaks = row.raw.trim().split('\n').length - 1;
      yield { record: row.record, line: row.info.lines - breaks };
    }
  } finally {
    source.destroy();
  }
}

/** The one of comma, semicolon and tab that the first line has most of. */
async function guessDelimiter(file: string, encoding: Encoding): Promise<string> {
  let start = '';
  const decode = textDecoder(encoding);
  for await (const chunk of createReadStream(file, { end: 64 * 1024 - 1 }) as AsyncIterable<Buffer>) {
    start += decode(chunk);
  }
  const head = start.trimStart().split('\n', 1)[0] ?? '';
  const count = (delimiter: string): number => head.split(delimiter).length;
  return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}

const cellsOf = (record: readonly string[], columns: Columns): Record<ImportField, string> =>
  Object.fromEntries(
    importFields.map((field) => [field, record[columns[field]?.index ?? -1] ?? '']),
  ) as Record<ImportField, string>;

/** Enough of a cell to find it by. */
const shown = (value: string): string => (value.length > 120 ? `${value.slice(0, 117)}...` : value);
