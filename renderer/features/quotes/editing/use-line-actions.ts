import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { textIn } from '#shared/domain/catalog/localized';
import type { Product } from '#shared/domain/catalog/product';
import { newId } from '#shared/lib/ids';
import type { QuoteItem } from '#shared/domain/quote/quote';
import { outsideBundles, wholeBundles, withParts } from './bundle-items';
import type { CellDraft } from '../input/cell-draft';
import { readQuantity } from '../input/read-figure';
import {
  addItems,
  duplicateItems,
  editLines,
  itemAfter,
  moveItemsBefore,
  moveItemsBy,
  toggleAlternatives,
  newLine,
  removeItems,
} from './line-changes';
import { useOpenQuote } from './open-quote';
import { meantIds } from './selection';

/** What can be done with the lines that are ticked, or else with the one under the cursor. */
export interface LineActions {
  /** Appends the product; a quantity that is no figure stays as text in its cell. Returns the line's id. */
  readonly addProduct: (product: Product, quantity: string | null) => string;
  /** Puts items after the row under the cursor, or at the end. False: the quote's rules refused them, and its notice says why. */
  readonly insert: (items: readonly QuoteItem[], drafts: readonly CellDraft[]) => boolean;
  readonly addSection: () => string;
  readonly duplicate: () => void;
  readonly remove: () => number;
  readonly move: (step: -1 | 1) => void;
  readonly drop: (draggedId: string, before: string | null) => void;
  readonly toggleOptional: () => void;
  /** QUO-1: several lines become alternatives to each other, or stop being that. */
  readonly toggleAlternatives: () => void;
  readonly chooseAlternative: (lineId: string) => void;
  readonly setDiscount: (percent: string) => void;
  readonly selectAll: () => void;
  readonly clearSelection: () => void;
}

export function useLineActions(): LineActions {
  const { editor, selection, drafts, locale } = useOpenQuote();
  const { keep } = drafts;
  const navigate = useNavigate();
  return useMemo<LineActions>(() => {
    const quote = () => editor.store.getState().quote;
    const meant = () => meantIds(selection.getState());
    const lineIds = () => {
      const ids = meant();
      return quote().items.flatMap((item) => (item.kind === 'line' && ids.has(item.id) ? [item] : []));
    };
    return {
      addProduct: (product, quantity) => {
        const id = newId();
        const read = quantity === null ? null : readQuantity(quantity, locale);
        const line = newLine({
          id,
          sku: product.sku,
          description: textIn(product.name, quote().documentLanguage),
          quantity: read === null ? '1' : read.ok ? read.value : '0',
        });
        editor.perform(addItems(quote(), [line], null));
        if (read && !read.ok)
          keep([{ itemId: id, field: 'quantity', text: quantity ?? '', problem: read.error }]);
        selection.setState({ activeId: id, ids: new Set() });
        // CAT-3: a bundle is put together first; the editor waits until its line is stored.
        if (product.bundle) void navigate(`/quotes/${quote().id}/configure/${id}`);
        return id;
      },
      insert: (items, found) => {
        const { activeId } = selection.getState();
        const before =
          activeId === null ? null : itemAfter(quote(), wholeBundles(quote(), new Set([activeId])));
        const { ok } = editor.perform(addItems(quote(), items, before));
        if (ok) keep(found);
        return ok;
      },
      addSection: () => {
        const { activeId } = selection.getState();
        const id = newId();
        editor.perform(
          addItems(quote(), [{ kind: 'section', id, title: '' }], outsideBundles(quote(), activeId)),
        );
        selection.setState({ activeId: id, ids: new Set() });
        return id;
      },
      duplicate: () => {
        const copied = duplicateItems(quote(), meant(), newId);
        if (!copied || !editor.perform(copied.change).ok) return;
        const ids = selection.getState().ids.size > 0 ? new Set(copied.ids) : new Set<string>();
        selection.setState({ activeId: copied.ids[0] ?? null, ids });
      },
      remove: () => {
        const all = withParts(quote(), meant());
        const present = quote().items.filter((item) => all.has(item.id));
        if (present.length === 0) return 0;
        const next = itemAfter(quote(), all);
        const removed = editor.perform(
          removeItems(
            quote(),
            present.map(({ id }) => id),
          ),
        );
        if (!removed.ok) return 0;
        selection.setState({ activeId: next ?? removed.value.items.at(-1)?.id ?? null, ids: new Set() });
        return present.length;
      },
      move: (step) => {
        const change = moveItemsBy(quote(), meant(), step);
        if (change) editor.perform(change);
      },
      drop: (draggedId, before) => {
        const { ids } = selection.getState();
        const change = moveItemsBefore(quote(), ids.has(draggedId) ? ids : new Set([draggedId]), before);
        if (change) editor.perform(change);
      },
      toggleOptional: () => {
        const lines = lineIds();
        if (lines.length === 0) return;
        const optional = !lines.every((line) => line.optional);
        editor.perform(
          editLines(
            quote(),
            lines.map(({ id }) => id),
            { optional },
          ),
        );
      },
      toggleAlternatives: () => {
        const change = toggleAlternatives(quote(), meant(), newId);
        if (change) editor.perform(change);
      },
      chooseAlternative: (itemId) =>
        void editor.perform({ name: 'chooseAlternative', args: { id: quote().id, itemId } }),
      setDiscount: (discountPercent) => {
        const ids = lineIds().map(({ id }) => id);
        if (ids.length > 0) editor.perform(editLines(quote(), ids, { discountPercent }));
      },
      selectAll: () => selection.setState({ ids: new Set(quote().items.map(({ id }) => id)) }),
      clearSelection: () => selection.setState({ ids: new Set() }),
    };
  }, [editor, selection, keep, locale, navigate]);
}
