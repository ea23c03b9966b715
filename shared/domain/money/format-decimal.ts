import type { Decimal } from './amount';
import type { Exact } from './exact';
import { powerOfTen } from './power-of-ten';
import { rounding } from './round';
import type { RoundingMode } from './rounding-mode';

/** Whole units of 10^-decimals as text with exactly that many decimals: (12345, 2) is "123.45". */
export function formatScaled(units: bigint, decimals: number): Decimal {
  if (decimals === 0) return units.toString();
  const negative = units < 0n;
  const digits = (negative ? -units : units).toString().padStart(decimals + 1, '0');
  const whole = digits.length - decimals;
  return `${negative ? '-' : ''}${digits.slice(0, whole)}.${digits.slice(whole)}`;
}

/** Drops zeros at the end of the decimals, down to `least` of them. */
export function trimDecimals(text: Decimal, least: number): Decimal {
  const point = text.indexOf('.');
  if (point < 0) return text;
  let end = text.length;
  while (end > point + 1 + least && text.charCodeAt(end - 1) === 48) end -= 1;
  return text.slice(0, end === point + 1 ? point : end);
}

/** Rounded to `decimals` in a named mode, with exactly that many decimals. */
export const formatRounded = (value: Exact, decimals: number, mode: RoundingMode): Decimal =>
  formatScaled(rounding(mode)(value.n * powerOfTen(decimals), value.d), decimals);

/** All decimals of a number that has an end, none of them zero at the end; throws RangeError for one like 1/3. */
export function formatExact(value: Exact): Decimal {
  for (let decimals = 0; decimals <= mostDecimals; decimals += 1) {
    const units = value.n * powerOfTen(decimals);
    if (units % value.d === 0n) return formatScaled(units / value.d, decimals);
  }
  throw new RangeError(`No end to the decimals of ${value.n}/${value.d}`);
}

/** More than any product of prices, rates and quantities has (PR-1). */
const mostDecimals = 60;
