import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuoteItem } from '#shared/domain/quote/quote';
import type { CatalogService } from '../../../client/client';
import { useClient } from '../../../client/client-context';
import { editLines } from '../editing/line-changes';
import { useOpenQuote } from '../editing/open-quote';
import type { QuoteEditor } from '../editing/quote-editor-store';
import { knownProducts } from '../input/known-products';
import { changeForCell, figureOf, type EditableColumn } from './set-cell';

export type SetCell = (item: QuoteItem, column: EditableColumn, text: string) => void;

/** Keeps what was typed into a cell: as a change, or, when it is no such figure, as text on the line with its reason. */
export function useSetCell(announce: (text: string) => void): SetCell {
  const { t } = useTranslation('quotes');
  const { catalog } = useClient();
  const { editor, drafts, locale } = useOpenQuote();
  const { keep, drop } = drafts;
  return useCallback<SetCell>(
    (row, column, text) => {
      const quote = editor.store.getState().quote;
      // The line may have changed while its cell was open.
      const item = quote.items.find(({ id }) => id === row.id) ?? row;
      const field = item.kind === 'line' ? figureOf[column] : null;
      const change = changeForCell(quote, item, column, text, locale);
      if (!change.ok) {
        if (!field) return;
        keep([{ itemId: item.id, field, text, problem: change.error }]);
        announce(`${t(`field.${field}`)}: ${t(`figure.${change.error}`, { text })}`);
        return;
      }
      if (field) drop(item.id, field);
      if (!change.value) return;
      editor.perform(change.value);
      if (item.kind === 'line' && column === 'sku') void takeBookSpelling(editor, catalog, text.trim());
    },
    [catalog, editor, locale, keep, drop, announce, t],
  );
}

/** A SKU typed in other letters than the book's is still that SKU. */
async function takeBookSpelling(editor: QuoteEditor, catalog: CatalogService, typed: string): Promise<void> {
  const product = (await knownProducts(catalog, editor.store.getState().quote.priceBook, [typed]))(typed);
  if (!product || product.sku === typed) return;
  const { quote } = editor.store.getState();
  const lines = quote.items.flatMap((item) => (item.kind === 'line' && item.sku === typed ? [item.id] : []));
  if (lines.length > 0) editor.perform(editLines(quote, lines, { sku: product.sku }));
}
