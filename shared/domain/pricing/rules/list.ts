import type { PriceBookHeader, PriceEntry } from '../price-book';
import type { Trail } from '../trail';

/** PR-5, PR-20: where a price starts; says which book and version it is from. */
export function startAtList(trail: Trail, header: PriceBookHeader, entry: PriceEntry): void {
  trail.take(
    { step: 'list', rule: `${header.name} v${header.version}`, basis: 'list', amount: entry.list },
    trail.value,
  );
}
