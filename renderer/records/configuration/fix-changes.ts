import { additionName, type ConfigurationChange } from '#shared/domain/catalog/configuration/configured-line';
import type { Quote, QuoteItem, QuoteLine } from '#shared/domain/quote/quote';
import type { ArgsOf } from '#shared/mutations/registry';

type QuoteEditName = 'addQuoteItems' | 'removeQuoteItems' | 'editQuoteItems';
/** Mutations of a quote that an editor can run as one step and undo as one. */
export type QuoteEdit = { readonly [N in QuoteEditName]: { name: N; args: ArgsOf<N> } }[QuoteEditName];

/** A line at list price as it is first put on a quote. */
export const lineOf = (
  line: Pick<QuoteLine, 'id' | 'sku' | 'description' | 'quantity'> & Partial<QuoteLine>,
): QuoteLine => ({
  kind: 'line',
  sell: { kind: 'list' },
  discountPercent: '0',
  note: '',
  optional: false,
  ...line,
});

/** CAT-4: a fix as mutations of the quote. `nameOf`: a product's name in the quote's document language. */
export function fixChanges(
  quote: Quote,
  changes: readonly ConfigurationChange[],
  nameOf: (sku: string) => string,
  newId: () => string,
): readonly QuoteEdit[] {
  const { id } = quote;
  const added = new Map<string, string>();
  const insertions: { before: string | null; item: QuoteItem }[] = [];
  const removed: string[] = [];
  const edits: { itemId: string; changes: Partial<QuoteLine> }[] = [];
  const called = (name: string): string => added.get(name) ?? name;
  for (const change of changes) {
    switch (change.kind) {
      case 'add-line':
      case 'add-component': {
        const lineId = newId();
        added.set(additionName(added.size + 1), lineId);
        const { sku, quantity } = change;
        const parentId = change.kind === 'add-component' ? called(change.parentId) : null;
        const item = lineOf({
          id: lineId,
          sku,
          quantity,
          description: nameOf(sku),
          ...(change.kind === 'add-component' && parentId !== null
            ? { component: { parentId, optionId: change.optionId } }
            : {}),
        });
        insertions.push({
          before: behind(quote, change.kind === 'add-line' ? change.after : parentId),
          item,
        });
        break;
      }
      case 'set-quantity':
        edits.push({ itemId: called(change.lineId), changes: { quantity: change.quantity } });
        break;
      case 'take-line':
        edits.push({ itemId: called(change.lineId), changes: { optional: false } });
        break;
      default:
        removed.push(called(change.lineId));
    }
  }
  return [
    ...(insertions.length > 0 ? [{ name: 'addQuoteItems', args: { id, insertions } } as const] : []),
    ...(edits.length > 0 ? [{ name: 'editQuoteItems', args: { id, edits } } as const] : []),
    ...(removed.length > 0 ? [{ name: 'removeQuoteItems', args: { id, itemIds: removed } } as const] : []),
  ];
}

/** What stands after the line and its components; null: the end. */
function behind({ items }: Quote, lineId: string | null): string | null {
  const last = items.findLastIndex(
    (item) => item.id === lineId || (item.kind === 'line' && item.component?.parentId === lineId),
  );
  return last === -1 ? null : (items[last + 1]?.id ?? null);
}
