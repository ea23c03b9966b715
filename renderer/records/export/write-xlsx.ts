import writeXlsxFile, { type Cell } from 'write-excel-file/universal';
import type { ExportColumn } from './table-export';

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Digits that a spreadsheet's numbers keep; an amount with more stays a text, whole. */
const exactDigits = 15;

/** A list as an XLSX file: texts stay texts whatever they begin with, amounts are numbers, days are days. */
export async function writeXlsx(
  columns: readonly ExportColumn[],
  rows: readonly (readonly string[])[],
): Promise<Uint8Array> {
  const head = columns.map(({ title }): Cell => ({ value: title, type: String, fontWeight: 'bold' }));
  const data = rows.map((row) => row.map((value, at) => cellOf(value, columns[at]?.type)));
  const blob = await writeXlsxFile([head, ...data], {
    columns: columns.map(({ type }) => ({ width: type === undefined || type === 'text' ? 28 : 16 })),
    stickyRowsCount: 1,
  }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function cellOf(value: string, type: 'text' | 'amount' | 'day' | undefined): Cell {
  if (value === '') return null;
  if (type === 'day') return { value: new Date(`${value}T00:00:00.000Z`), type: Date, format: 'yyyy-mm-dd' };
  const digits = value.replace(/\D/g, '').length;
  if (type === 'amount' && digits <= exactDigits)
    return { value: Number(value), type: Number, format: '#,##0.00####' };
  return { value, type: String };
}
