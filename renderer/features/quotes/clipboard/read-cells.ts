import { parse } from 'csv-parse/browser/esm/sync';

/** The shape of a DOM table, as far as it is read here. */
export interface TableLike {
  readonly rows: Iterable<{ readonly cells: Iterable<{ readonly textContent: string | null }> }>;
}

export interface ClipboardTexts {
  readonly plain: string;
  readonly html: string;
  /** Parses HTML into its tables without running or loading anything in it. */
  readonly tablesOf: (html: string) => Iterable<TableLike>;
}

const htmlTable = /<(table|tr)[\s>]/i;

/**
 * The cells of what was copied, trimmed, without empty rows. Text from a spreadsheet is preferred (it is what the person saw); HTML is
 * only ever read as the text of its table cells.
 */
export function readCells({ plain, html, tablesOf }: ClipboardTexts): readonly (readonly string[])[] {
  if (plain.trim() !== '' && !htmlTable.test(plain)) return tidy(readDelimited(plain));
  const source = plain.trim() === '' ? html : plain;
  const rows = [...tablesOf(source)].flatMap((table) =>
    [...table.rows].map(({ cells }) => [...cells].map((cell) => cell.textContent ?? '')),
  );
  return tidy(rows.length > 0 ? rows : readDelimited(plain));
}

function readDelimited(text: string): string[][] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      bom: true,
      quote: '"',
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
  } catch {
    // An opening quote that never closes: the lines are then taken as they stand, so that nothing is lost.
    return text.split(/\r\n|\r|\n/).map((line) => line.split(delimiterOf(text)));
  }
}

/** Spreadsheets copy tabs; a list typed elsewhere may have semicolons or commas, if every line has them. */
function delimiterOf(text: string): string {
  if (text.includes('\t')) return '\t';
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  return [';', ','].find((mark) => lines.every((line) => line.includes(mark))) ?? '\t';
}

const tidy = (rows: readonly (readonly string[])[]): string[][] =>
  rows
    .map((cells) => cells.map((cell) => unguard(cell.replaceAll('\u00A0', ' ').trim())))
    .filter((cells) => cells.some((cell) => cell !== ''));

/** Takes off the apostrophe that `guard` in write-cells.ts puts before what a spreadsheet would run as a formula. */
const unguard = (cell: string): string => (/^'+[=+\-@]/.test(cell) ? cell.slice(1) : cell);
