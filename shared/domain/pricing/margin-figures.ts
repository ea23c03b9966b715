import type { Decimal, Percent } from '../money/amount';
import { formatScaled } from '../money/format-decimal';
import { showRate } from './show-amount';

const rate = (margin: bigint, of: bigint): Percent | null =>
  of === 0n ? null : showRate(of < 0n ? { n: -margin * 100n, d: -of } : { n: margin * 100n, d: of });

/**
 * PR-23: margin = sell - buy, margin % = margin / sell and markup % = margin / buy, of whole minor units. null where there is nothing to
 * divide by: a gift has no margin %, what costs nothing no markup %.
 */
export function marginFigures(
  sell: bigint,
  buy: bigint,
  digits: number,
): {
  readonly margin: Decimal;
  readonly marginPercent: Percent | null;
  readonly markupPercent: Percent | null;
} {
  const margin = sell - buy;
  return {
    margin: formatScaled(margin, digits),
    marginPercent: rate(margin, sell),
    markupPercent: rate(margin, buy),
  };
}
