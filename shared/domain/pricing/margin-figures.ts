import type { Decimal, Percent } from '../money/amount';
import { formatScaled } from '../money/format-decimal';
import { showRate } from './show-amount';

/** PR-23: margin = sell - buy and margin % = margin / sell, of whole minor units. null where nothing is sold for anything. */
export function marginFigures(
  sell: bigint,
  buy: bigint,
  digits: number,
): { readonly margin: Decimal; readonly marginPercent: Percent | null } {
  const margin = sell - buy;
  return {
    margin: formatScaled(margin, digits),
    marginPercent: sell === 0n ? null : showRate({ n: margin * 100n, d: sell }),
  };
}
