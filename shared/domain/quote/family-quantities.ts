import { add, zero, type Exact } from '../money/exact';
import { isCredit } from '../pricing/price-origin';
import type { ResolvedLine } from './resolve-line';

/** PR-153: what can have a volume: not what costs nothing, is given back, or has its price from a bundle as a whole. */
const hasVolume = ({ origin }: ResolvedLine): boolean =>
  origin.kind === 'book' || (origin.kind === 'contract' && !isCredit(origin));

/** PR-153: what the customer commits to; usage commits to nothing, whatever was estimated. */
const isCommitted = ({ outside, product }: ResolvedLine): boolean =>
  !outside && product.charge.kind !== 'usage';

/** PR-11, PR-105: what of each family the quote commits to; lines outside the totals and lines that cannot be priced are not counted. */
export function familyQuantities(lines: readonly ResolvedLine[]): ReadonlyMap<string, Exact> {
  const quantities = new Map<string, Exact>();
  for (const resolved of lines) {
    if (!isCommitted(resolved) || !hasVolume(resolved)) continue;
    const { family } = resolved.product;
    quantities.set(family, add(quantities.get(family) ?? zero, resolved.quantity));
  }
  return quantities;
}

/** What counts for one line: the family's committed quantity, and for a line that commits to nothing its own on top, as if it did. */
export function familyQuantityFor(resolved: ResolvedLine, quantities: ReadonlyMap<string, Exact>): Exact {
  const committed = quantities.get(resolved.product.family) ?? zero;
  return !isCommitted(resolved) && hasVolume(resolved) ? add(committed, resolved.quantity) : committed;
}
