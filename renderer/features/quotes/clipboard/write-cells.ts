/** A text that a spreadsheet would run as a formula gets an apostrophe, which spreadsheets hide and `readCells` takes off again. */
const guard = (cell: string): string =>
  /^'*[=+\-@]/.test(cell) && !/^[+-]?[\d.,\s]*%?$/.test(cell) ? `'${cell}` : cell;

const tsvCell = (cell: string): string => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const htmlEscapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const htmlCell = (cell: string): string =>
  `<td>${cell.replaceAll(/[&<>"]/g, (letter) => htmlEscapes[letter] ?? letter).replaceAll('\n', '<br>')}</td>`;

/** Rows of cells as spreadsheets take them from the clipboard: tab-separated text, and the same as an HTML table. */
export function writeCells(rows: readonly (readonly string[])[]): {
  readonly plain: string;
  readonly html: string;
} {
  const guarded = rows.map((cells) => cells.map(guard));
  return {
    plain: guarded.map((cells) => cells.map(tsvCell).join('\t')).join('\r\n'),
    html: `<table>${guarded.map((cells) => `<tr>${cells.map(htmlCell).join('')}</tr>`).join('')}</table>`,
  };
}
