import type { Exact } from '../money/exact';
import { decimal } from '../money/parse-decimal';
import { lessPercent } from '../money/percent';
import { converted } from './conversion';
import type { LineToPrice } from './line-to-price';
import type { LineDraft } from './price-line';

/** What the customer pays for a unit and period, exactly: less the line's and the quote's discount, and without tax (PR-111). */
export function netUnitPrice(
  { includedTax }: Pick<LineToPrice, 'includedTax'>,
  { sellUnit }: Pick<LineDraft, 'sellUnit'>,
  quoteDiscount: Exact,
): Exact {
  const unit = lessPercent(sellUnit, quoteDiscount);
  const tax = includedTax?.exact;
  return tax ? { n: unit.n * tax.d * 100n, d: unit.d * (tax.d * 100n + tax.n) } : unit;
}

/** PR-24: the least that a unit and period may be sold for, in the quote's currency; null: no minimum, or not a price of the book's. */
export function minimumUnitPrice({
  entry,
  origin,
  conversion,
}: Pick<LineToPrice, 'entry' | 'origin' | 'conversion'>): Exact | null {
  const { minimumPrice } = entry;
  if (minimumPrice === undefined || origin.kind !== 'book') return null;
  return converted(decimal(minimumPrice), conversion);
}
