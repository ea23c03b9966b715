import { err, type Result } from '#shared/lib/result';
import { planImport, type ImportContext, type PlannedRow } from '#shared/import-export/plan-import';
import { readCsv, type ReadFileError } from '#shared/import-export/read-csv';
import { textCell, toTable, type Cell, type FileTable } from '#shared/import-export/table';
import { InvalidInputError, InvalidSpreadsheetError, readSheet } from 'read-excel-file/universal';

export type TableFileError =
  | ReadFileError
  /** A spreadsheet of before 2007. */
  | { readonly type: 'old-spreadsheet' }
  | { readonly type: 'too-large'; readonly limit: number };

/** What a file can have: more is more than a person looks through. */
const maxBytes = 30 * 1024 * 1024;
const maxRows = 50_000;

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

/** Reads a CSV file, of any separator and `encoding`, or the first sheet of an XLSX file: by what it is, whatever its name says. */
export async function readTableFile(
  bytes: Uint8Array,
  encoding: string,
): Promise<Result<FileTable, TableFileError>> {
  if (bytes.length > maxBytes) return err({ type: 'too-large', limit: maxBytes });
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return err({ type: 'old-spreadsheet' });
  const table = startsWith(bytes, 0x50, 0x4b) ? await readXlsx(bytes) : readCsv(decode(bytes, encoding));
  if (table.ok && table.value.rows.length > maxRows) return err({ type: 'too-large', limit: maxRows });
  return table;
}

/** UTF-8 and UTF-16 are recognized; what is neither is in the older encoding that was named. */
export function decode(bytes: Uint8Array, encoding: string): string {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (thrown) {
    if (!(thrown instanceof TypeError)) throw thrown;
    return new TextDecoder(encoding).decode(bytes);
  }
}

async function readXlsx(bytes: Uint8Array): Promise<Result<FileTable, TableFileError>> {
  try {
    const sheet = await readSheet(new Blob([bytes.slice()]), { parseNumber: numberText });
    const table = toTable(
      sheet.map((row, at) => ({ line: at + 1, cells: row.map((value) => cellOf(value)) })),
    );
    return table ? { ok: true, value: table } : err({ type: 'empty' });
  } catch (thrown) {
    if (thrown instanceof InvalidInputError || thrown instanceof InvalidSpreadsheetError) {
      return err({ type: 'not-readable', line: 0 });
    }
    throw thrown;
  }
}

/** Spreadsheets keep binary fractions: their first 15 digits are what a person typed. */
class NumberText {
  constructor(readonly text: string) {}
}
const numberText = (raw: string): NumberText => new NumberText(String(Number(Number(raw).toPrecision(15))));

function cellOf(value: unknown): Cell {
  if (value instanceof NumberText) return { type: 'number', number: value.text };
  if (value instanceof Date) return { type: 'day', day: value.toISOString().slice(0, 10) };
  if (typeof value === 'string') return textCell(value);
  return textCell(typeof value === 'boolean' ? String(value) : '');
}

/** What the import's worker does: reading and planning may take seconds, and the screen must not. */
export const tableFileWorker = {
  read: (bytes: Uint8Array, encoding: string) => readTableFile(bytes, encoding),
  plan: (table: FileTable, context: ImportContext): readonly PlannedRow[] => planImport(table, context),
};
export type TableFileWorker = typeof tableFileWorker;
