import { compare, type Exact } from '../../money/exact';

/** The one with the largest figure; the first of equals. */
export function largest<T>(items: readonly T[], figure: (item: T) => Exact): T | undefined {
  let best: { readonly item: T; readonly figure: Exact } | undefined;
  for (const item of items) {
    const its = figure(item);
    if (!best || compare(its, best.figure) > 0) best = { item, figure: its };
  }
  return best?.item;
}
