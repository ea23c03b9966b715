import type { Quote, QuoteItem, QuoteLine } from '#shared/domain/quote/quote';

type Items = Pick<Quote, 'items'>;

/** The bundle's line that this item is a part of; null for what stands by itself. */
export const parentOf = (item: QuoteItem): string | null =>
  item.kind === 'line' ? (item.component?.parentId ?? null) : null;

/** The parts of the bundle on the line `parentId`, in their order (CAT-3). */
export const partsOf = ({ items }: Items, parentId: string): readonly QuoteLine[] =>
  items.filter((item): item is QuoteLine => parentOf(item) === parentId);

/** The items with all parts of their bundles: what is deleted or copied with them. */
export function withParts({ items }: Items, ids: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set(ids);
  for (const item of items) {
    const parent = parentOf(item);
    if (parent !== null && ids.has(parent)) found.add(item.id);
  }
  return found;
}

/** The items with the whole of every bundle they are of, which moves as one. */
export function wholeBundles(quote: Items, ids: ReadonlySet<string>): ReadonlySet<string> {
  const present = new Set(quote.items.map(({ id }) => id));
  const found = new Set(ids);
  for (const item of quote.items) {
    const parent = parentOf(item);
    if (parent !== null && ids.has(item.id) && present.has(parent)) found.add(parent);
  }
  return withParts(quote, found);
}

/** A place between two items that is not inside a bundle: where `before` is a part, the place after its bundle. */
export function outsideBundles({ items }: Items, before: string | null): string | null {
  const at = items.findIndex(({ id }) => id === before);
  const next = items.slice(Math.max(at, 0)).find((item) => parentOf(item) === null);
  return at === -1 ? before : (next?.id ?? null);
}
