import type { Quote } from '#shared/domain/quote/quote';

/** `next`, with the item objects of `current` wherever they say the same, so that unchanged rows are not drawn again. */
export function keepSameItems(current: Quote, next: Quote): Quote {
  const known = new Map(current.items.map((item) => [item.id, item]));
  const items = next.items.map((item) => {
    const same = known.get(item.id);
    return same && JSON.stringify(same) === JSON.stringify(item) ? same : item;
  });
  const unchanged =
    items.length === current.items.length && items.every((item, index) => item === current.items[index]);
  return { ...next, items: unchanged ? current.items : items };
}
