import type { LineTerm } from '#shared/domain/quote/line-term';
import { linesOf, type Quote, type QuoteItem, type QuoteLine } from '#shared/domain/quote/quote';
import { outsideBundles, wholeBundles, withParts } from './bundle-items';
import { itemCopies } from '#shared/domain/quote/item-copies';
import type { QuoteChange } from './quote-change';

/** A fresh line at list price, nothing taken off. */
export const newLine = (
  line: Pick<QuoteLine, 'id' | 'sku' | 'description'> & Partial<QuoteLine>,
): QuoteLine => ({
  kind: 'line',
  quantity: '1',
  sell: { kind: 'list' },
  discountPercent: '0',
  note: '',
  optional: false,
  ...line,
});

export const addItems = (quote: Quote, items: readonly QuoteItem[], before: string | null): QuoteChange => ({
  name: 'addQuoteItems',
  args: { id: quote.id, insertions: items.map((item) => ({ before, item })) },
});

export const removeItems = (quote: Quote, itemIds: readonly string[]): QuoteChange => ({
  name: 'removeQuoteItems',
  args: { id: quote.id, itemIds: [...itemIds] },
});

export const editLines = (
  quote: Quote,
  itemIds: readonly string[],
  changes: Partial<Omit<QuoteLine, 'kind' | 'id'>>,
): QuoteChange => ({
  name: 'editQuoteItems',
  args: { id: quote.id, edits: itemIds.map((itemId) => ({ itemId, changes })) },
});

/** The item after which nothing of `ids` stands: what comes next in the list, or null at the end. */
export function itemAfter(quote: Quote, ids: ReadonlySet<string>): string | null {
  const last = quote.items.findLastIndex((item) => ids.has(item.id));
  return last === -1 ? null : (quote.items[last + 1]?.id ?? null);
}

/** Copies with new ids, placed after the last of the originals. */
export function duplicateItems(
  quote: Quote,
  ids: ReadonlySet<string>,
  newId: () => string,
): { readonly change: QuoteChange; readonly ids: readonly string[] } | null {
  const whole = withParts(quote, ids);
  const copies = itemCopies(quote, whole, newId);
  if (copies.length === 0) return null;
  const after = outsideBundles(quote, itemAfter(quote, whole));
  return { change: addItems(quote, copies, after), ids: copies.map(({ id }) => id) };
}

/** One place up or down, all together; null when they already stand at that end. */
export function moveItemsBy(quote: Quote, chosen: ReadonlySet<string>, step: -1 | 1): QuoteChange | null {
  const ids = wholeBundles(quote, chosen);
  const moving = quote.items.filter((item) => ids.has(item.id)).map(({ id }) => id);
  const first = quote.items.findIndex((item) => ids.has(item.id));
  const last = quote.items.findLastIndex((item) => ids.has(item.id));
  if (moving.length === 0) return null;
  if (step === -1) {
    const above = quote.items[first - 1];
    return above ? moveItems(quote, moving, firstOfBundle(quote, above)) : null;
  }
  if (!quote.items[last + 1]) return null;
  return moveItems(quote, moving, outsideBundles(quote, quote.items[last + 2]?.id ?? null));
}

/** Moves the items, in the order they stand, before `before`; null when that changes nothing. */
export function moveItemsBefore(
  quote: Quote,
  chosen: ReadonlySet<string>,
  place: string | null,
): QuoteChange | null {
  const ids = wholeBundles(quote, chosen);
  const before = outsideBundles(quote, place);
  const moving = quote.items.filter((item) => ids.has(item.id)).map(({ id }) => id);
  if (moving.length === 0) return null;
  // Dropped on one of themselves: they go before the next one that stays.
  const at = before === null ? quote.items.length : quote.items.findIndex((item) => item.id === before);
  const target = quote.items.slice(at).find((item) => !ids.has(item.id))?.id ?? null;
  const change = moveItems(quote, moving, target);
  const rest = quote.items.filter((item) => !ids.has(item.id)).map(({ id }) => id);
  const index = target === null ? rest.length : rest.indexOf(target);
  const order = rest.toSpliced(index, 0, ...moving);
  return order.every((id, position) => quote.items[position]?.id === id) ? null : change;
}

const moveItems = (quote: Quote, itemIds: string[], before: string | null): QuoteChange => ({
  name: 'moveQuoteItems',
  args: { id: quote.id, itemIds, before },
});

const firstOfBundle = ({ items }: Quote, item: QuoteItem): string =>
  (item.kind === 'line' && items.find(({ id }) => id === item.component?.parentId)?.id) || item.id;

/** QUO-1: offers the lines as alternatives to each other, the first of them counting; or, when they all are already, no longer. */
export function toggleAlternatives(
  quote: Quote,
  ids: ReadonlySet<string>,
  newId: () => string,
): QuoteChange | null {
  const lines = linesOf(quote).filter((line) => ids.has(line.id) && !line.component);
  if (lines.length === 0) return null;
  const groups = new Set(lines.map(({ alternative }) => alternative?.group));
  const [only] = groups;
  if (groups.size === 1 && only !== undefined) return ungroup(quote, lines, only);
  if (lines.length < 2) return null;
  const group = newId();
  const chosen = lines.find((line) => line.alternative?.chosen) ?? lines[0];
  const edits = lines.map((line) => ({
    itemId: line.id,
    changes: { alternative: { group, chosen: line === chosen }, optional: false },
  }));
  return { name: 'editQuoteItems', args: { id: quote.id, edits } };
}

/** One line alone is no alternative to anything: it leaves its group with the others. */
function ungroup(quote: Quote, leaving: readonly QuoteLine[], group: string): QuoteChange {
  const rest = linesOf(quote).filter((line) => line.alternative?.group === group && !leaving.includes(line));
  const all = rest.length < 2 ? [...leaving, ...rest] : leaving;
  return editLines(
    quote,
    all.map(({ id }) => id),
    { alternative: null },
  );
}

/**
 * A term for a line. What recurs of a bundle and ran as the bundle did goes with it; a part that was given a term of its own keeps it.
 * Parts grow with the bundle, so they take no plan of growth over (PR-14).
 */
export function setTerm(
  quote: Quote,
  line: QuoteLine,
  term: LineTerm | null,
  recurs: (sku: string) => boolean,
): QuoteChange {
  const runsAs = (each: LineTerm | null | undefined): string =>
    each ? JSON.stringify([each.startsOn, each.end, each.billing]) : '';
  const following = linesOf(quote).filter(
    (part) =>
      part.component?.parentId === line.id && recurs(part.sku) && runsAs(part.term) === runsAs(line.term),
  );
  return {
    name: 'editQuoteItems',
    args: {
      id: quote.id,
      edits: [
        { itemId: line.id, changes: { term } },
        ...following.map((part) => ({
          itemId: part.id,
          changes: { term: term && { ...term, ramp: part.term?.ramp ?? [] } },
        })),
      ],
    },
  };
}
