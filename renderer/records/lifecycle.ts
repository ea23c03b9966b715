import type { Product } from '#shared/domain/catalog/product';

export type OrderableDays = Pick<Product, 'orderableFrom' | 'orderableUntil'>;
export type LifecycleState = 'early' | 'current' | 'ended';

/** Whether a product can be ordered on a day; the day it ends is the first on which it cannot. */
export function lifecycleOf({ orderableFrom, orderableUntil }: OrderableDays, today: string): LifecycleState {
  if (orderableUntil !== null && today >= orderableUntil) return 'ended';
  if (orderableFrom !== null && today < orderableFrom) return 'early';
  return 'current';
}

/** In the order given, but what cannot be ordered today after what can. A product that `keeps` its place, such as the SKU that was typed, does. */
export function currentFirst<Hit extends { readonly product: OrderableDays }>(
  hits: readonly Hit[],
  today: string,
  keeps: (hit: Hit) => boolean,
): readonly Hit[] {
  const first = (hit: Hit) => keeps(hit) || lifecycleOf(hit.product, today) === 'current';
  return [...hits.filter(first), ...hits.filter((hit) => !first(hit))];
}
