import { textIn, type Language } from '#shared/domain/catalog/localized';
import type { Product } from '#shared/domain/catalog/product';
import type { QuoteItem, QuoteLine } from '#shared/domain/quote/quote';
import type { CellDraft } from '../input/cell-draft';
import { readPercent, readQuantity } from '../input/read-figure';
import { layoutOf } from './paste-columns';

export interface PasteInput {
  readonly rows: readonly (readonly string[])[];
  /** The product a pasted SKU means in the quote's book, if any. */
  readonly product: (sku: string) => Product | undefined;
  readonly language: Language;
  /** Of the user interface: how the person writes figures. */
  readonly locale: string;
  readonly newId: () => string;
}

export interface Pasted {
  readonly items: readonly QuoteItem[];
  /** Figures that could not be read: the line waits with quantity 0 or no discount, and the text stays in its cell. */
  readonly drafts: readonly CellDraft[];
  /** Lines with an unknown SKU or a figure that could not be read. */
  readonly needLook: number;
}

/** The SKUs that `rows` name, as typed: what to ask the price book for before `pastedItems`. */
export function pastedSkus(rows: readonly (readonly string[])[]): readonly string[] {
  const { columns, headingRows } = layoutOf(rows);
  return rows.slice(headingRows).flatMap((cells) => {
    const sku = cellAt(cells, columns.sku);
    return sku === '' ? [] : [sku];
  });
}

/** Quote items from pasted cells, one for every row: what cannot be understood becomes a line with its text, never nothing. */
export function pastedItems(input: PasteInput): Pasted {
  const { rows, newId } = input;
  const { columns, headingRows } = layoutOf(rows);
  const items: QuoteItem[] = [];
  const drafts: CellDraft[] = [];
  let needLook = 0;
  for (const cells of rows.slice(headingRows)) {
    const sku = cellAt(cells, columns.sku);
    const description = cellAt(cells, columns.description);
    const product = sku === '' ? undefined : input.product(sku);
    if (!product && isHeadingRow(cells, sku, rows)) {
      items.push({ kind: 'section', id: newId(), title: (description || sku).slice(0, 200) });
      continue;
    }
    const line = lineOf(input, product, sku, description || cells.filter(Boolean).join(' · '));
    const quantity = cellAt(cells, columns.quantity);
    const discount = cellAt(cells, columns.discount);
    const lineDrafts = [
      ...takeQuantity(line, quantity, input.locale),
      ...takeDiscount(line, discount, input.locale),
    ];
    if (!product || lineDrafts.length > 0) needLook += 1;
    drafts.push(...lineDrafts);
    items.push(line);
  }
  return { items, drafts, needLook };
}

const cellAt = (cells: readonly string[], index: number | undefined): string =>
  index === undefined ? '' : (cells[index] ?? '');

/** A row with one text in it, where other rows have more: a heading, unless it looks like a SKU. */
function isHeadingRow(cells: readonly string[], sku: string, rows: readonly (readonly string[])[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  const [only] = filled;
  if (filled.length !== 1 || only === undefined || rows.every((row) => row.length === 1)) return false;
  return sku === '' ? !/^[\d\s.,%-]+$/.test(only) : sku.includes(' ') && !/\d/.test(sku);
}

function lineOf(
  { language, newId }: PasteInput,
  product: Product | undefined,
  sku: string,
  text: string,
): QuoteLine {
  const words = product && (text === '' || text.startsWith(sku)) ? textIn(product.name, language) : text;
  return {
    kind: 'line',
    id: newId(),
    sku: product?.sku ?? skuFrom(sku),
    description: words.slice(0, 10_000),
    quantity: '1',
    sell: { kind: 'list' },
    discountPercent: '0',
    note: '',
    optional: false,
  };
}

/** What stands in the SKU column, as far as it can be one; the whole text is in the description. */
const skuFrom = (sku: string): string => sku.replaceAll(/\s+/g, ' ').trim().slice(0, 64).trim() || '?';

function takeQuantity(line: QuoteLine, text: string, locale: string): CellDraft[] {
  if (text === '') return [];
  const read = readQuantity(text, locale);
  line.quantity = read.ok ? read.value : '0';
  return read.ok ? [] : [{ itemId: line.id, field: 'quantity', text, problem: read.error }];
}

function takeDiscount(line: QuoteLine, text: string, locale: string): CellDraft[] {
  const read = readPercent(text, locale);
  if (read.ok) line.discountPercent = read.value;
  return read.ok ? [] : [{ itemId: line.id, field: 'discountPercent', text, problem: read.error }];
}
