import { notifications } from '@mantine/notifications';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { PricedLine } from '#shared/domain/pricing/priced';
import type { Quote, QuoteLine } from '#shared/domain/quote/quote';
import { newId } from '#shared/lib/ids';
import { useClient } from '../../../client/client-context';
import { itemCells } from '../clipboard/item-cells';
import { pastedItems, pastedSkus } from '../clipboard/pasted-items';
import { readCells, type TableLike } from '../clipboard/read-cells';
import { writeCells } from '../clipboard/write-cells';
import { isEditableColumn, type EditableColumn } from '../grid/set-cell';
import type { SetCell } from '../grid/use-set-cell';
import { knownProducts } from '../input/known-products';
import { figureText } from '../input/read-figure';
import { rowsOfFieldquote } from '../paste/order-text';
import { useOpenQuote } from './open-quote';
import { meantIds, type Selection } from './selection';
import type { LineActions } from './use-line-actions';

export interface RowClipboard {
  /** Resolves when the rows are on the quote; says how many came and how many need a look. */
  readonly pasteRows: (data: DataTransfer, where: 'cursor' | 'end') => Promise<void>;
}

/** Copies rows to and pastes rows from a spreadsheet, wherever the cursor is on the screen except in a text field. */
export function useRowClipboard(
  actions: LineActions,
  setCell: SetCell,
  announce: (text: string) => void,
): RowClipboard {
  const { t } = useTranslation('quotes');
  const { catalog } = useClient();
  const { editor, selection, pricedLines, editable, locale } = useOpenQuote();

  const pasteRows = useCallback<RowClipboard['pasteRows']>(
    async (data, where) => {
      // Read before the first await: the clipboard is closed when the event is over.
      const rows = readCells({
        plain: data.getData('text/plain'),
        html: data.getData('text/html'),
        tablesOf,
      });
      if (rows.length === 0) return;
      const { quote } = editor.store.getState();
      const product = await knownProducts(catalog, quote.priceBook, pastedSkus(rows));
      const { items, drafts, needLook } = pastedItems({
        rows,
        product,
        language: quote.documentLanguage,
        locale,
        newId,
      });
      if (items.length === 0) return;
      if (where === 'end') selection.setState({ activeId: null });
      if (!actions.insert(items, drafts)) return;
      const added = t('said.pasted', { count: items.length - needLook });
      const text = needLook > 0 ? t('said.pastedLook', { added, count: needLook }) : added;
      notifications.show({ message: text, color: needLook > 0 ? 'orange' : 'green', withBorder: true });
      announce(text);
    },
    [actions, announce, catalog, editor, locale, selection, t],
  );

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (!editable || !event.clipboardData || isElsewhere(event.target)) return;
      event.preventDefault();
      const text = event.clipboardData.getData('text/plain');
      const cell = inCell(event.target) ? cellOf(selection.getState(), editor.store.getState().quote) : null;
      // One text into one cell is that cell's, as in a spreadsheet; a SKU cell takes whole rows.
      if (cell && !/[\t\n]/.test(text.trim())) setCell(cell.item, cell.column, text.trim());
      else void pasteRows(event.clipboardData, 'cursor');
    };
    const onCopy = (event: ClipboardEvent) => {
      if (!event.clipboardData || isElsewhere(event.target) || hasSelectedText()) return;
      const cell = inCell(event.target) ? cellOf(selection.getState(), editor.store.getState().quote) : null;
      if (cell) {
        event.preventDefault();
        event.clipboardData.setData('text/plain', cellText(cell.item, cell.column, pricedLines, locale));
        return;
      }
      const ids = meantIds(selection.getState());
      const items = editor.store.getState().quote.items.filter((item) => ids.has(item.id));
      if (items.length === 0) return;
      event.preventDefault();
      const { plain, html } = writeCells(itemCells(items, (id) => pricedLines.get(id), locale));
      event.clipboardData.setData('text/plain', plain);
      event.clipboardData.setData('text/html', html);
      event.clipboardData.setData(rowsOfFieldquote, '1');
      announce(t('said.copied', { count: items.length }));
    };
    document.addEventListener('paste', onPaste);
    document.addEventListener('copy', onCopy);
    return () => {
      document.removeEventListener('paste', onPaste);
      document.removeEventListener('copy', onCopy);
    };
  }, [announce, editable, editor, locale, pasteRows, pricedLines, selection, setCell, t]);

  return { pasteRows };
}

/** A document made by the parser runs no script and loads nothing; only the text of its cells is taken. */
const tablesOf = (html: string): Iterable<TableLike> =>
  new DOMParser().parseFromString(html, 'text/html').querySelectorAll('table');

const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input:not([type=checkbox]), textarea, [contenteditable], [role=dialog]') !== null;

const hasSelectedText = (): boolean => (document.getSelection()?.toString() ?? '') !== '';

const inCell = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=gridcell]') !== null;

/** The cell under the cursor, when it is one whose text is meant rather than its row. */
function cellOf(
  { activeId, column, ids }: Selection,
  quote: Quote,
): { readonly item: QuoteLine; readonly column: EditableColumn } | null {
  const item = quote.items.find(({ id }) => id === activeId);
  if (ids.size > 0 || item?.kind !== 'line' || column === 'sku' || !isEditableColumn(column)) return null;
  return { item, column };
}

function cellText(
  line: QuoteLine,
  column: EditableColumn,
  priced: ReadonlyMap<string, PricedLine>,
  locale: string,
): string {
  const amounts = priced.get(line.id);
  const texts: Readonly<Record<EditableColumn, string>> = {
    sku: line.sku,
    description: line.description,
    quantity: figureText(line.quantity, locale),
    discount: figureText(line.discountPercent, locale),
    net: amounts?.status === 'priced' ? figureText(amounts.amounts.sellUnit, locale) : '',
  };
  return texts[column];
}
