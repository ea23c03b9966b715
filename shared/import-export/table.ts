/** One cell of a file: as it was typed, or, from a spreadsheet, the number or day it holds. */
export type Cell =
  | { readonly type: 'text'; readonly text: string }
  /** A plain decimal string. */
  | { readonly type: 'number'; readonly number: string }
  /** "2026-12-31" */
  | { readonly type: 'day'; readonly day: string };

export interface TableRow {
  /** Where it stands in the file, counted from 1 as a person counts. */
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** A file as rows: the first that says anything names the columns. */
export interface FileTable {
  /** As many as the widest row has; a column that nobody named is ''. */
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
  /** A spreadsheet that counts days from 1904. */
  readonly from1904?: boolean;
}

export const textCell = (text: string): Cell => ({ type: 'text', text });

/** What a cell says, for a person to read. */
export function cellText(cell: Cell | undefined): string {
  switch (cell?.type) {
    case 'number':
      return cell.number;
    case 'day':
      return cell.day;
    case 'text':
      return cell.text;
    case undefined:
      return '';
    default:
      return cell satisfies never;
  }
}

/** The rows as a table; rows that say nothing are left out. undefined: there is no row that names columns. */
export function toTable(rows: readonly TableRow[]): FileTable | undefined {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cellText(cell).trim() !== ''));
  const [head, ...rest] = filled;
  if (!head) return undefined;
  const width = filled.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return {
    header: Array.from({ length: width }, (_, at) => cellText(head.cells[at]).trim()),
    rows: rest,
  };
}
