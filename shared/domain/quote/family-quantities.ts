import { add, zero, type Exact } from '../money/exact';
import type { ResolvedLine } from './resolve-line';

/** PR-11, PR-105: what of each family the quote commits to; optional lines and lines that cannot be priced are not counted. */
export function familyQuantities(lines: readonly ResolvedLine[]): ReadonlyMap<string, Exact> {
  const quantities = new Map<string, Exact>();
  for (const { line, product, quantity } of lines) {
    if (!line.optional) quantities.set(product.family, add(quantities.get(product.family) ?? zero, quantity));
  }
  return quantities;
}

/** What counts for one line: the family's committed quantity, and for an optional line its own on top, as if it were taken. */
export function familyQuantityFor(
  { line, product, quantity }: ResolvedLine,
  quantities: ReadonlyMap<string, Exact>,
): Exact {
  const committed = quantities.get(product.family) ?? zero;
  return line.optional ? add(committed, quantity) : committed;
}
