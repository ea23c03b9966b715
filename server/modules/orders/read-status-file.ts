import { CsvError, parse } from 'csv-parse/sync';
import { decimalSchema } from '#shared/domain/money/amount';
import { orderReportKinds } from '#shared/domain/order/order';
import { daySchema } from '#shared/lib/clock';
import { isStorable } from '#shared/lib/storable-text';
import {
  mostImportRows,
  statusColumns,
  type NewOrderReport,
  type StatusColumn,
  type StatusRowError,
} from '#shared/protocol/order-status';

export interface StatusRow {
  /** Line of the file, the first being 1. */
  readonly row: number;
  readonly vendorOrderNumber: string;
  readonly report: NewOrderReport & { readonly at: string };
}

export interface StatusFile {
  readonly rows: number;
  readonly good: readonly StatusRow[];
  readonly errors: readonly StatusRowError[];
}

const required: readonly StatusColumn[] = ['vendorOrderNumber', 'kind', 'date'];
const longest: Readonly<Record<StatusColumn, number>> = {
  vendorOrderNumber: 60,
  kind: 20,
  date: 40,
  reference: 120,
  amount: 40,
  note: 2_000,
};

/** ORD-1: reads a status file: names in the first row; comma, semicolon or tab; quotes as in RFC 4180. Every row is read, good or not. */
export function readStatusFile(text: string): StatusFile {
  const records = readCsv(text);
  if (!Array.isArray(records)) return { rows: 0, good: [], errors: [records] };
  const [head, ...rows] = records;
  const place = new Map((head?.cells ?? []).map((name, at) => [name.trim().toLowerCase(), at]));
  const absent = required.filter((column) => !place.has(column.toLowerCase()));
  if (absent.length > 0) {
    const errors = absent.map(
      (column) => ({ row: 1, column, problem: 'missing-column', value: '' }) as const,
    );
    return { rows: rows.length, good: [], errors };
  }
  if (rows.length > mostImportRows) {
    const error = { row: 1, column: null, problem: 'too-many-rows', value: String(rows.length) } as const;
    return { rows: rows.length, good: [], errors: [error] };
  }
  const read = rows.map(({ line, cells }) =>
    readRow(line, (column) => (cells[place.get(column.toLowerCase()) ?? -1] ?? '').trim()),
  );
  return {
    rows: rows.length,
    good: read.flatMap(({ good }) => good ?? []),
    errors: read.flatMap(({ errors }) => errors),
  };
}

interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

function readCsv(text: string): CsvRecord[] | StatusRowError {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = [';', '\t'].find((char) => first.includes(char)) ?? ',';
  try {
    const rows = parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      info: true,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    // `lines` counts to the row's last line; a row with line breaks in quotes began before.
    return rows.map(({ info, record }) => ({ line: info.lines - breaksIn(record), cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { row: Number(error['lines'] ?? 1), column: null, problem: 'unreadable', value: '' };
  }
}

const breaksIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.match(/\r\n|[\r\n]/g)?.length ?? 0), 0);

function readRow(
  row: number,
  cell: (column: StatusColumn) => string,
): { readonly good: StatusRow | null; readonly errors: readonly StatusRowError[] } {
  const errors: StatusRowError[] = [];
  const say = (column: StatusColumn, problem: StatusRowError['problem']) => {
    errors.push({ row, column, problem, value: cell(column).slice(0, 120) });
  };
  for (const column of statusColumns) {
    if (required.includes(column) && cell(column) === '') say(column, 'missing');
    else if (cell(column).length > longest[column]) say(column, 'too-long');
    else if (!isStorable(cell(column))) say(column, 'unreadable');
  }
  const kind = orderReportKinds.find((each) => each === cell('kind').toLowerCase());
  if (!kind && cell('kind') !== '') say('kind', 'unknown-kind');
  const at = instantOf(cell('date'));
  if (at === null && cell('date') !== '') say('date', 'not-a-date');
  const amount = cell('amount');
  if (amount !== '' && !decimalSchema.safeParse(amount).success) say('amount', 'not-an-amount');
  if (errors.length > 0 || !kind || at === null) return { good: null, errors };
  return {
    good: {
      row,
      vendorOrderNumber: cell('vendorOrderNumber'),
      report: {
        kind,
        at,
        reference: cell('reference'),
        note: cell('note'),
        amount: amount === '' ? null : amount,
      },
    },
    errors,
  };
}

/** A day is taken at its noon in UTC, which is that day almost everywhere; an instant as it stands. */
function instantOf(text: string): string | null {
  if (daySchema.safeParse(text).success) return `${text}T12:00:00.000Z`;
  if (!/^\d{4}-\d{2}-\d{2}T/.test(text) || Number.isNaN(Date.parse(text))) return null;
  return new Date(text).toISOString();
}
