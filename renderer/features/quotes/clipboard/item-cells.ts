import type { PricedLine } from '#shared/domain/pricing/priced';
import type { QuoteItem } from '#shared/domain/quote/quote';
import { figureText } from '../input/read-figure';

/**
 * A row of cells per item: SKU, description, quantity, list unit, discount, net unit, line total. A section has its title in the second
 * cell alone. Figures are exact and ungrouped with the person's own decimal mark, so that a spreadsheet takes them as numbers.
 */
export function itemCells(
  items: readonly QuoteItem[],
  priced: (lineId: string) => PricedLine | undefined,
  locale: string,
): string[][] {
  const figure = (value: string): string => figureText(value, locale);
  return items.map((item) => {
    if (item.kind === 'section') return ['', item.title];
    const line = priced(item.id);
    const amounts = line?.status === 'priced' ? line.amounts : null;
    return [
      item.sku,
      item.description,
      figure(item.quantity),
      figure(amounts?.listUnit ?? ''),
      `${figure(item.discountPercent)}%`,
      figure(amounts?.sellUnit ?? ''),
      figure(amounts?.sellLine ?? ''),
    ];
  });
}
