import type { Decimal } from './amount';
import { formatScaled, trimDecimals } from './format-decimal';
import { decimal } from './parse-decimal';
import { powerOfTen } from './power-of-ten';

/** Decimals carry at most this many places (PR-1), so one scale holds every sum exactly. */
const places = 9;

/** The exact sum, without needless zeros: "0.1" and "0.2" make "0.3" (PR-1, PR-3). Throws RangeError for a text that is no decimal. */
export function sumDecimals(values: readonly Decimal[]): Decimal {
  const scale = powerOfTen(places);
  const units = values.reduce((sum, value) => {
    const { n, d } = decimal(value);
    return sum + n * (scale / d);
  }, 0n);
  return trimDecimals(formatScaled(units, places), 0);
}
