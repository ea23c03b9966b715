import { textIn, type Language } from '#shared/domain/catalog/localized';
import type { QuoteItem } from '#shared/domain/quote/quote';
import { newLine } from '../editing/line-changes';
import { hitOf, mergeDuplicates, stateOf, type PasteRow } from './paste-rows';

export interface PasteOptions {
  readonly language: Language;
  readonly newId: () => string;
  /** Rows of the same product become one line. */
  readonly merge: boolean;
  /** The order's prices become fixed prices of the lines; else they are ignored. */
  readonly takePrices: boolean;
}

/** The items that the decided rows become, in the order's own order. */
export function pasteItems(rows: readonly PasteRow[], options: PasteOptions): readonly QuoteItem[] {
  const { language, newId, merge, takePrices } = options;
  const ready = rows.filter((row) => stateOf(row) === 'matched');
  return (merge ? mergeDuplicates(ready, takePrices) : ready).map((row) => {
    const hit = hitOf(row);
    if (!hit) return { kind: 'section', id: newId(), title: row.source.slice(0, 200) };
    return newLine({
      id: newId(),
      sku: hit.product.sku,
      description: textIn(hit.product.name, language),
      quantity: row.quantity,
      ...(takePrices && row.price !== null ? { sell: { kind: 'fixed', unitPrice: row.price } } : {}),
    });
  });
}
