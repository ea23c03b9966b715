import { err, ok, type Result } from '../../lib/result';
import type { Decimal } from '../money/amount';
import { add, compare, divide, multiply, subtract, zero, type Exact } from '../money/exact';
import { decimal } from '../money/parse-decimal';
import { ascending, reachedBand, slabsOf } from './bands';
import { converted, type Conversion } from './conversion';
import type { PriceEntry } from './price-book';
import type { LineProblem } from './priced';
import type { PartHead } from './trail';
import { averageFigure } from './unit-parts';
import type { PriceBands } from './volume-bands';

/** A price of the book's by quantity: of the average unit, exact, with how units differ; no `parts`: all units alike. */
export interface UnitPrice {
  readonly unit: Exact;
  readonly amount: Decimal | null;
  readonly parts: readonly PartHead[];
}

/** PR-5, PR-11: where both waterfalls start: the list price in the book's currency, and `value` in the quote's. */
export interface ListPrice extends UnitPrice {
  readonly value: Exact;
}

/** What bands count: the line's quantity, and its family's across the quote (PR-105). */
export interface CountedQuantities {
  readonly quantity: Exact;
  readonly familyQuantity: Exact;
}

const noParts: readonly PartHead[] = [];

/** The list price of an entry for a quantity, converted. Fewer units than the first band have no price. */
export function listPrice(
  { list, bands }: Pick<PriceEntry, 'list' | 'bands'>,
  counted: CountedQuantities,
  conversion: Conversion | null,
): Result<ListPrice, LineProblem> {
  if (!bands) {
    const unit = decimal(list);
    return ok({ unit, amount: list, parts: noParts, value: converted(unit, conversion) });
  }
  const found = bandedPrice(bands, counted);
  return found.ok ? ok({ ...found.value, value: converted(found.value.unit, conversion) }) : found;
}

export const flatPrice = (amount: Decimal): UnitPrice => ({ unit: decimal(amount), amount, parts: [] });

const one: Exact = { n: 1n, d: 1n };

/**
 * PR-11: the price of the average unit by bands. A quantity of 0 is priced as that of the first band's bound, at least one unit
 * (PR-116).
 */
export function bandedPrice(
  priceBands: PriceBands,
  { quantity, familyQuantity }: CountedQuantities,
): Result<UnitPrice, LineProblem> {
  const bands = ascending(priceBands.bands, ({ price }) => price);
  const counted = priceBands.scope === 'family' ? familyQuantity : quantity;
  const first = bands[0];
  const least = first && compare(first.from, one) > 0 ? first.from : one;
  const units = counted.n === 0n ? least : counted;
  const band = reachedBand(bands, units);
  if (!first || !band) return err({ type: 'below-first-band', from: lowestBound(priceBands) });

  if (priceBands.kind === 'range') return ok({ unit: band.figure, amount: band.text, parts: [] });
  if (priceBands.kind === 'slab') {
    // Units before the first band are never sold alone; they have its price.
    const { slabs } = slabsOf([{ ...first, from: zero }, ...bands.slice(1)], units);
    const [only, ...more] = slabs;
    if (only && more.length === 0) return ok({ unit: only.figure, amount: only.band.text, parts: [] });
    return ok({
      unit: averageFigure(slabs),
      amount: null,
      parts: slabs.map(({ units, figure }) => ({ kind: 'unit-price', units, figure })),
    });
  }

  const text = 'overage' in priceBands && band === bands.at(-1) ? priceBands.overage : null;
  const overage = text === null ? null : decimal(text);
  const above = overage ? subtract(units, band.from) : zero;
  const block: PartHead = { kind: 'block', units: subtract(units, above), figure: band.figure };
  if (!overage || above.n === 0n)
    return ok({ unit: divide(band.figure, units), amount: null, parts: [block] });
  return ok({
    unit: divide(add(band.figure, multiply(above, overage)), units),
    amount: null,
    parts: [block, { kind: 'unit-price', units: above, figure: overage }],
  });
}

/** As it stands in the book. */
const lowestBound = ({ bands }: PriceBands): Decimal =>
  bands.reduce(
    (lowest, { from }) => (compare(decimal(from), decimal(lowest)) < 0 ? from : lowest),
    bands[0]?.from ?? '0',
  );
