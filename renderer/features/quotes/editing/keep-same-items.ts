import type { Quote } from '#shared/domain/quote/quote';

/**
 * `next`, with the item objects of `current` wherever they say the same, so that unchanged rows are not drawn again; `current` itself
 * when only the time of the change differs, so that nothing is priced twice for one edit.
 */
export function keepSameItems(current: Quote, next: Quote): Quote {
  const known = new Map(current.items.map((item) => [item.id, item]));
  const items = next.items.map((item) => {
    const same = known.get(item.id);
    return same && JSON.stringify(same) === JSON.stringify(item) ? same : item;
  });
  const unchanged =
    items.length === current.items.length && items.every((item, index) => item === current.items[index]);
  if (!unchanged) return { ...next, items };
  return headerOf(current) === headerOf(next) ? current : { ...next, items: current.items };
}

const headerOf = ({ items: _items, updatedAt: _when, ...header }: Quote): string =>
  JSON.stringify(Object.entries(header).sort(([a], [b]) => (a < b ? -1 : 1)));
