import type { QuoteItem } from './quote';

const parentOf = (item: QuoteItem): string | undefined =>
  item.kind === 'line' ? item.component?.parentId : undefined;

/** The ids and those of the components of the bundles among them: what goes and moves together (CAT-3). */
export function withComponents(items: readonly QuoteItem[], ids: Iterable<string>): ReadonlySet<string> {
  const all = new Set(ids);
  for (const item of items) {
    const parentId = parentOf(item);
    if (parentId !== undefined && all.has(parentId)) all.add(item.id);
  }
  return all;
}

/** The components of each bundle right behind its line, in the order they stand; one whose line is not there stays where it is. */
export function keepBundlesTogether(items: readonly QuoteItem[]): QuoteItem[] {
  const parents = new Set(items.flatMap((item) => (parentOf(item) === undefined ? [item.id] : [])));
  const components = new Map<string, QuoteItem[]>();
  const rest: QuoteItem[] = [];
  for (const item of items) {
    const parentId = parentOf(item);
    if (parentId === undefined || !parents.has(parentId)) rest.push(item);
    else components.set(parentId, [...(components.get(parentId) ?? []), item]);
  }
  return components.size === 0 ? rest : rest.flatMap((item) => [item, ...(components.get(item.id) ?? [])]);
}
