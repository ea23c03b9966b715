import { mostColumns, mostRows, readCsv, type ReadFileError } from '#shared/import-export/read-csv';
import { textCell, toTable, type Cell, type FileTable } from '#shared/import-export/table';
import { err, ok, type Result } from '#shared/lib/result';
import { readSheet } from 'read-excel-file/universal';
import { lookIntoXlsx, type Sheet } from './look-into-xlsx';
import { decodeText, guessEncoding, type Encoding } from './text-encoding';

export type TableFileError =
  | ReadFileError
  /** A spreadsheet of before 2007. */
  | { readonly type: 'old-spreadsheet' }
  /** Gone from the disk meanwhile, a folder, or not for this person. */
  | { readonly type: 'not-there' };

/** How the file was read, and what else the person may choose. */
export type TableSource =
  | { readonly type: 'text'; readonly encoding: Encoding }
  | { readonly type: 'workbook'; readonly sheet: number; readonly sheets: readonly Sheet[] };

/** What the person chose; null: as it is found. */
export interface ReadChoice {
  readonly encoding: Encoding | null;
  readonly sheet: number | null;
}

interface ReadTable {
  readonly table: FileTable;
  readonly source: TableSource;
}

export const mostBytes = 30 * 1024 * 1024;

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

/**
 * Reads a CSV file, of any separator and encoding, or a sheet of an XLSX file: by what it is, whatever its name says. `language` is the
 * person's; it decides where bytes could be several encodings. Never throws because of what is in the file.
 */
export async function readTableFile(
  bytes: Uint8Array,
  language: string,
  choice: ReadChoice = { encoding: null, sheet: null },
): Promise<Result<ReadTable, TableFileError>> {
  if (bytes.length > mostBytes) return err({ type: 'too-large' });
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return err({ type: 'old-spreadsheet' });
  if (startsWith(bytes, 0x50, 0x4b)) return readXlsx(bytes, choice.sheet);
  const encoding = choice.encoding ?? guessEncoding(bytes, language);
  const table = readCsv(decodeText(bytes, encoding));
  return table.ok ? ok({ table: table.value, source: { type: 'text', encoding } }) : table;
}

async function readXlsx(bytes: Uint8Array, sheet: number | null): Promise<Result<ReadTable, TableFileError>> {
  const looked = await lookIntoXlsx(bytes, sheet);
  if (!looked.ok) return err(looked.error.type === 'too-large' ? looked.error : { ...looked.error, line: 0 });
  const { chosen, sheets, from1904 } = looked.value;
  let rows: readonly (readonly unknown[])[];
  try {
    rows = await readSheet(new Blob([bytes.slice()]), chosen.number, {
      parseNumber: numberText,
      trim: false,
    });
  } catch {
    // The reader throws what it likes over what it does not expect; there is nothing else that could go wrong.
    return err({ type: 'not-readable', line: 0 });
  }
  const table = toTable(rows.map((row, at) => ({ line: at + 1, cells: withoutEmptyEnd(row.map(cellOf)) })));
  if (!table) return err({ type: 'empty' });
  if (table.rows.length > mostRows || table.header.length > mostColumns) return err({ type: 'too-large' });
  return ok({
    table: from1904 ? { ...table, from1904 } : table,
    source: { type: 'workbook', sheet: chosen.number, sheets },
  });
}

const isEmpty = (cell: Cell): boolean => cell.type === 'text' && cell.text.trim() === '';
const withoutEmptyEnd = (cells: readonly Cell[]): readonly Cell[] =>
  cells.slice(0, cells.findLastIndex((cell) => !isEmpty(cell)) + 1);

/** Spreadsheets keep binary fractions: their first 15 digits are what a person typed. */
class NumberText {
  constructor(readonly text: string) {}
}
const plainNumber = new Intl.NumberFormat('en', {
  useGrouping: false,
  maximumSignificantDigits: 15,
});
const numberText = (raw: string): NumberText =>
  new NumberText(Number.isFinite(Number(raw)) ? plainNumber.format(Number(raw)) : raw);

function cellOf(value: unknown): Cell {
  if (value instanceof NumberText) {
    return /^-?\d/.test(value.text) ? { type: 'number', number: value.text } : textCell(value.text);
  }
  if (value instanceof Date) {
    const time = value.getTime();
    // As spreadsheets show what is no day.
    return Number.isNaN(time) ? textCell('#####') : { type: 'day', day: value.toISOString().slice(0, 10) };
  }
  if (typeof value === 'string') return textCell(value);
  return textCell(typeof value === 'boolean' ? String(value) : '');
}
