import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
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
  const names = (head?.cells ?? []).map((name) => name.trim().toLowerCase());
  const repeated = statusColumns.filter((column) => namesOf(names, column) > 1);
  if (repeated.length > 0) {
    const errors = repeated.map(
      (column) => ({ row: 1, column, problem: 'repeated-column', value: '' }) as const,
    );
    return { rows: rows.length, good: [], errors };
  }
  const place = new Map(names.map((name, at) => [name, at]));
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

const namesOf = (names: readonly string[], column: StatusColumn): number =>
  names.filter((name) => name === column.toLowerCase()).length;

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
    let pairs = 0;
    return rows.map(({ info, record }) => {
      // `lines` counts to the row's last line; a row with line breaks in quotes began before. The parser counts a pair of them twice.
      pairs += breaksIn(record, /\r\n/g);
      return { line: info.lines - pairs - breaksIn(record, /\r\n|[\r\n]/g), cells: record };
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { row: Number(error['lines'] ?? 1), column: null, problem: 'unreadable', value: '' };
  }
}

const breaksIn = (cells: readonly string[], breaks: RegExp): number =>
  cells.reduce((sum, cell) => sum + (cell.match(breaks)?.length ?? 0), 0);

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

/** A day is taken at its noon in UTC, which is that day almost everywhere; an instant as it stands, and in UTC where it names no zone: this machine's zone means nothing. */
function instantOf(text: string): string | null {
  if (daySchema.safeParse(text).success) return `${text}T12:00:00.000Z`;
  if (!instantSchema.safeParse(text).success) return null;
  return new Date(/(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}Z`).toISOString();
}

const instantSchema = z.iso.datetime({ offset: true, local: true });
