import { readCells, type TableLike } from '../clipboard/read-cells';

/** Stands on the clipboard beside rows that Fieldquote itself copied: they are pasted as they are. */
export const rowsOfFieldquote = 'application/x-fieldquote-rows';

/** The text of an order on the clipboard; null when it is a single line, which is a cell's or the add box's business. */
export function orderTextOf(data: DataTransfer): string | null {
  const plain = data.getData('text/plain');
  const html = data.getData('text/html');
  const isMarkup = /<(table|tr)[\s>]/i.test(plain);
  if (plain.trim() !== '' && !isMarkup) return isLong(plain) ? plain : null;
  const text = readCells({ plain, html, tablesOf })
    .map((cells) => cells.map((cell) => cell.replaceAll(/\s+/g, ' ')).join('\t'))
    .join('\n');
  return isLong(text) ? text : null;
}

const isLong = (text: string): boolean => text.trim().split(/\r\n|\r|\n/).length > 1;

/** A document made by the parser runs no script and loads nothing; only the text of its cells is taken. */
const tablesOf = (html: string): Iterable<TableLike> =>
  new DOMParser().parseFromString(html, 'text/html').querySelectorAll('table');
