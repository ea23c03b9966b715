import type { Cell as TableCell } from '#shared/import-export/table';
import writeXlsxFile, { type Cell } from 'write-excel-file/universal';

/** A column of a list that is taken along. */
export interface ExportColumn {
  readonly title: string;
  readonly type?: 'text' | 'amount' | 'day';
}

/** Digits that a spreadsheet's numbers keep; an amount with more stays a text, whole. */
const exactDigits = 15;

/** A list as an XLSX file: texts stay texts whatever they begin with, amounts are numbers, days are days. */
export function writeXlsx(
  columns: readonly ExportColumn[],
  rows: readonly (readonly string[])[],
): Promise<Uint8Array> {
  return write(
    columns.map(({ title }) => title),
    rows.map((row) => row.map((value, at) => cellOf(value, columns[at]?.type))),
    columns.map(({ type }) => (type === undefined || type === 'text' ? 28 : 16)),
  );
}

/** A file's cells as an XLSX file, each as what it is. */
export function writeXlsxCells(
  header: readonly string[],
  rows: readonly (readonly TableCell[])[],
): Promise<Uint8Array> {
  const cells = rows.map((row) =>
    row.map((cell) => {
      if (cell.type === 'text') return cellOf(cell.text, 'text');
      return cell.type === 'day' ? cellOf(cell.day, 'day') : cellOf(cell.number, 'number');
    }),
  );
  return write(
    header,
    cells,
    header.map(() => 28),
  );
}

async function write(
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
  widths: readonly number[],
): Promise<Uint8Array> {
  const head = header.map((title): Cell =>
    title === '' ? null : { value: xlsxText(title), type: String, fontWeight: 'bold' },
  );
  const blob = await writeXlsxFile([head, ...rows.map((row) => [...row])], {
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

const numberFormats = { amount: '#,##0.00####', number: undefined } as const;

function cellOf(value: string, type: 'text' | 'amount' | 'number' | 'day' | undefined): Cell {
  if (value === '') return null;
  if (type === 'day') return { value: new Date(`${value}T00:00:00.000Z`), type: Date, format: 'yyyy-mm-dd' };
  const digits = value.replace(/\D/g, '').length;
  if ((type === 'amount' || type === 'number') && digits <= exactDigits) {
    const format = numberFormats[type];
    return { value: Number(value), type: Number, ...(format === undefined ? {} : { format }) };
  }
  return { value: xlsxText(value), type: String };
}

/**
 * ECMA-376 part 1, 22.9.2.19: what XML cannot carry is written as "_xHHHH_", and so is what looks like that. A carriage return too: readers of XML
 * make a line feed of it.
 */
const xlsxText = (text: string): string =>
  text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replaceAll(
    // oxlint-disable-next-line no-control-regex -- these are what is looked for
    /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g,
    (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
