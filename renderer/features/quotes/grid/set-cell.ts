import type { Quote, QuoteItem, QuoteLine } from '#shared/domain/quote/quote';
import { err, ok, type Result } from '#shared/lib/result';
import { editLines } from '../editing/line-changes';
import type { QuoteChange } from '../editing/quote-change';
import type { FigureField } from '../input/cell-draft';
import { readFigure, readPercent, readQuantity, type FigureProblem } from '../input/read-figure';

export type EditableColumn = 'sku' | 'description' | 'quantity' | 'discount' | 'net';

export const isEditableColumn = (key: string | null): key is EditableColumn =>
  key !== null && Object.hasOwn(figureOf, key);

/** The figure a column holds, when it holds one. */
export const figureOf: Readonly<Record<EditableColumn, FigureField | null>> = {
  sku: null,
  description: null,
  quantity: 'quantity',
  discount: 'discountPercent',
  net: 'unitPrice',
};

/** What a text typed into a cell does: a change, nothing (null), or nothing with a reason. */
export function changeForCell(
  quote: Quote,
  item: QuoteItem,
  column: EditableColumn,
  text: string,
  locale: string,
): Result<QuoteChange | null, FigureProblem> {
  if (item.kind === 'section') {
    const title = text.trim().slice(0, 200);
    if (title === item.title) return ok(null);
    return ok({
      name: 'editQuoteItems',
      args: { id: quote.id, edits: [{ itemId: item.id, changes: { title } }] },
    });
  }
  const edit = (changes: Partial<QuoteLine>) => ok(editLines(quote, [item.id], changes));
  switch (column) {
    case 'sku': {
      const sku = text.trim().slice(0, 64).trim();
      return sku === '' || sku === item.sku ? ok(null) : edit({ sku });
    }
    case 'description':
      return text === item.description ? ok(null) : edit({ description: text.slice(0, 10_000) });
    case 'quantity': {
      // An emptied cell gives up what was typed: the quantity stays as it was.
      if (text.trim() === '') return ok(null);
      const read = readQuantity(text, locale);
      if (!read.ok) return err(read.error);
      return read.value === item.quantity ? ok(null) : edit({ quantity: read.value });
    }
    case 'discount': {
      const read = readPercent(text, locale);
      if (!read.ok) return err(read.error);
      return read.value === item.discountPercent ? ok(null) : edit({ discountPercent: read.value });
    }
    case 'net': {
      // Emptied: back to the list price.
      if (text.trim() === '') return item.sell.kind === 'list' ? ok(null) : edit({ sell: { kind: 'list' } });
      const read = readFigure(text, 'price', locale);
      if (!read.ok) return err(read.error);
      return edit({ sell: { kind: 'fixed', unitPrice: read.value }, discountPercent: '0' });
    }
    default:
      return column satisfies never;
  }
}
