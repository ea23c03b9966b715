import { parseInput } from '#shared/domain/money/parse-input';
import { readCells } from '../clipboard/read-cells';
import { columnsByContent, columnsByHeading, looksLikeSku, type OrderColumn } from './order-columns';
import { bareLine, isClosing, isSum, isTalk, readOrderLine, splitOrders } from './order-line';

/** A row of somebody's order, as understood. Amounts are decimal strings. */
export interface OrderRow {
  readonly id: string;
  /** As it was written, for people. */
  readonly source: string;
  /** What may be a SKU, likeliest first. */
  readonly skus: readonly string[];
  /** What it says besides figures. */
  readonly words: string;
  /** "1" where none was named. */
  readonly quantity: string;
  /** A quantity that is no figure, as written: to be mended before the row is added. */
  readonly unread: string | null;
  /** Of a unit; null when it says to be in another currency than the quote's. */
  readonly price: string | null;
  /** A price that is no figure, or in another currency, as written. */
  readonly unreadPrice: string | null;
  /** Figures among the words: the quantity is unclear unless the product's own name has them. */
  readonly loose: readonly string[];
}

export interface ParsedOrder {
  readonly rows: readonly OrderRow[];
  /** Lines that are no rows: headings of columns, greetings, signatures, sums. As written, and shown. */
  readonly talk: readonly string[];
}

const noTables = () => [];

/**
 * Reads an order out of a spreadsheet, a CSV file or an e-mail: columns in any order, with headings or without, or lines in words.
 * `locale` decides what is ambiguous in figures. Every line with something in it is either a row or in `talk`.
 */
export function parseOrder(text: string, locale: string, currency: string): ParsedOrder {
  const lines = linesOf(text);
  const wide = lines.filter(({ length }) => length > 1);
  let columns: readonly OrderColumn[] | null = null;
  const found: (RawRow & { readonly source: string })[] = [];
  const talk: string[] = [];
  let closed = false;
  let priceHead = '';
  const inferred = columnsByContent(wide.filter((cells) => columnsByHeading(cells) === null));
  for (const cells of lines) {
    const source = cells.filter(Boolean).join(' · ');
    const byHeading = cells.length > 1 ? columnsByHeading(cells) : null;
    if (byHeading) {
      columns = byHeading;
      priceHead = cells[byHeading.indexOf('price')] ?? '';
      talk.push(source);
      continue;
    }
    const parts = cells.length > 1 ? [cells] : splitOrders(cells[0] ?? '').map((part) => [part]);
    for (const part of parts) {
      const row = part.length > 1 ? cellsRow(part, columns ?? inferred) : lineRow(part[0] ?? '', closed);
      const written = parts.length > 1 ? (part[0] ?? '') : source;
      if (row === null) talk.push(written);
      else found.push({ ...withHead(row, priceHead), source: written });
    }
    if (cells.length === 1 && isClosing(cells[0] ?? '')) closed = true;
  }
  const figures = figuresOf(found, locale, currency);
  return { rows: found.map((row, index) => ({ id: String(index + 1), ...figures(row) })), talk };
}

/** A price in a column whose heading names the currency: "Price, PLN". */
function withHead(row: RawRow, head: string): RawRow {
  const named = /\b(EUR|USD|PLN|RUB|CNY|KZT|GBP|CHF)\b|[€£₽₸¥$]|zł/iu.exec(head)?.[0];
  const isBare = row.price !== null && row.price !== '' && currencyIn(row.price) === null;
  return named !== undefined && isBare ? { ...row, price: `${row.price ?? ''} ${named}` } : row;
}

/** A line that was left out as talk, as a row after all. */
export function rowOfTalk(source: string, id: string, locale: string, currency: string): OrderRow {
  const read = readOrderLine(source);
  const row = { ...read, source, skus: skusIn(read.words) };
  return { id, ...figuresOf([row], locale, currency)(row) };
}

interface RawRow {
  readonly skus: readonly string[];
  readonly words: string;
  readonly quantity: string | null;
  readonly price: string | null;
  readonly loose: readonly string[];
}

/** Each line's cells; a line of words is one cell. */
function linesOf(text: string): readonly (readonly string[])[] {
  const clean = text
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replace(/^\uFEFF/, '');
  if (clean.includes('\t')) return readCells({ plain: clean, html: '', tablesOf: noTables });
  const lines = clean.split('\n').filter((line) => line.trim() !== '');
  for (const [mark, split] of separators) {
    const parts = lines.map((line) => split(line.trim()));
    const enough = parts.filter((cells) => cells.length > 1).length * 2 > lines.length;
    if (enough && (mark !== ',' || isRegular(parts))) return parts.filter((cells) => cells.some(Boolean));
  }
  return lines.map((line) => [line.trim()]);
}

const separators: readonly (readonly [string, (line: string) => string[]])[] = [
  [';', (line) => splitQuoted(line, ';')],
  ['|', (line) => splitQuoted(line.replace(/^\||\|$/g, ''), '|').filter((cell) => !/^:?-{2,}:?$/.test(cell))],
  ['  ', (line) => line.split(/\s{2,}/).map((cell) => cell.trim())],
  // Before a blank it is a comma of a sentence; between figures among words it is a decimal comma.
  [',', (line) => (/, |(?:^|\s)\d+,\d{2}(?!\d)/.test(line) ? [line] : splitQuoted(line, ','))],
];

/** A comma is in many sentences: it separates only where all lines have as many and a part number stands in one of the cells. */
const isRegular = (parts: readonly (readonly string[])[]): boolean => {
  const [first] = parts;
  return (
    first !== undefined &&
    first.length > 1 &&
    parts.every((cells) => cells.length === first.length) &&
    parts.some((cells) => cells.some(looksLikeSku))
  );
};

/** Cells of a line; a separator inside quotation marks is text. */
function splitQuoted(line: string, mark: string): string[] {
  if (!line.includes('"')) return line.split(mark).map((cell) => cell.trim());
  const [row] = readCells({ plain: `${line}${mark}`.replaceAll(mark, '\t'), html: '', tablesOf: noTables });
  return (row ?? [line]).slice(0, -1).map((cell) => cell.replaceAll('\t', mark));
}

function cellsRow(cells: readonly string[], columns: readonly OrderColumn[]): RawRow | null {
  const at = (column: OrderColumn): string[] =>
    cells.filter((cell, index) => columns[index] === column && cell !== '');
  const words = at('words').join(' ');
  const [sku] = at('sku');
  const found = sku ?? '';
  if (found === '' && words === '') {
    // Columns that were not understood: the cells as a line of words still say something.
    const text = cells.filter(Boolean).join(' ');
    return isTalk(text) ? null : lineRow(text, false);
  }
  if (isSum(cells.find(Boolean) ?? '') || (isTalk(found || words) && at('quantity').length === 0))
    return null;
  const product = {
    skus: found === '' ? skusIn(words) : [found, ...skusIn(found)],
    words: words === '' ? found : words,
  };
  // Without a column of quantities the figure stands somewhere among the words.
  if (!columns.includes('quantity')) return { ...readOrderLine(cells.filter(Boolean).join(' ')), ...product };
  // A column of quantities that is empty in this row names none: nobody guesses 1.
  return { ...product, quantity: at('quantity')[0] ?? '', price: at('price')[0] ?? null, loose: [] };
}

function lineRow(line: string, closed: boolean): RawRow | null {
  if (isTalk(line)) return null;
  const read = readOrderLine(line);
  const { words } = read;
  const skus = skusIn(words);
  // Under "Best regards" only what names a part number is still an order.
  if ((closed && skus.length === 0) || words === '') return null;
  return { ...read, skus: skus.length > 0 ? skus : [bareLine(words)] };
}

const skusIn = (words: string): string[] =>
  words
    .split(/[\s,;:()[\]"'“”„<>=]+/u)
    .map((word) => word.replaceAll(/^[.]+|[.]+$/g, ''))
    .filter(looksLikeSku);

/** Units that stand with a figure in its own column. */
const unitBehind = /\s*(pcs|pieces?|units?|ea|szt|шт|ед|个|台|套)\.?$/iu;
const moneyText = /\p{Sc}|[A-Z]{3}|eur|usd|pln|rub|cny|gbp|chf|zł|zl|руб\.?|kr|元/gu;

const signs: readonly (readonly [RegExp, string])[] = [
  [/€/u, 'EUR'],
  [/£/u, 'GBP'],
  [/zł|zl/iu, 'PLN'],
  [/₽|руб/iu, 'RUB'],
  [/₸/u, 'KZT'],
  [/[¥元]/u, 'CNY'],
  [/\$/u, 'USD'],
];

/** The currency that a price is written in; null when it names none. */
const currencyIn = (price: string): string | null =>
  /(?<!\p{L})(?:[A-Z]{3}|eur|usd|pln|rub|cny|gbp|chf)(?!\p{L})/u.exec(price)?.[0].toUpperCase() ??
  signs.find(([sign]) => sign.test(price))?.[1] ??
  null;

/** Says how the figures of one order are written: its own figures tell, and where they do not, the language of the person. */
function figuresOf(
  rows: readonly RawRow[],
  locale: string,
  currency: string,
): (row: RawRow & { readonly source: string }) => Omit<OrderRow, 'id'> {
  const written = rows.flatMap(({ quantity, price }) => [quantity, price]).filter((text) => text !== null);
  const marks = new Set(written.flatMap((text) => /\d([.,])\d{1,2}(?:\D*|\D+.*)$/u.exec(text)?.[1] ?? []));
  const told = marks.size === 1 ? (marks.has(',') ? 'de' : 'en') : null;
  const read = (text: string, kind: 'quantity' | 'price') => {
    const bare = text.normalize('NFKC').trim();
    const figure = kind === 'quantity' ? bare.replace(unitBehind, '') : bare.replaceAll(moneyText, '').trim();
    const parsed = parseInput(figure, kind, told ?? locale);
    // "1.250" is one and a quarter or a thousand and more.
    const either = told === null && /^[1-9]\d{0,2}[.,]\d{3}$/.test(figure);
    const isClear = !either || (kind === 'price' && parsed.ok && parsed.value === figure.replace(/[.,]/, ''));
    return parsed.ok && isClear ? parsed.value : null;
  };
  return ({ quantity, price, ...row }) => {
    const count = quantity === null ? '1' : read(quantity, 'quantity');
    const isOwn = price === null || [currency, null].includes(currencyIn(price));
    const amount = price === null || !isOwn ? null : read(price, 'price');
    const known = count !== null && count !== '0';
    return {
      ...row,
      quantity: known ? count : '1',
      unread: known ? null : quantity,
      price: amount,
      unreadPrice: amount === null ? price : null,
    };
  };
}
