import type { Currency } from './amount';
import type { Exact } from './exact';
import { minorUnitsByCurrency } from './iso-4217';
import { powerOfTen } from './power-of-ten';
import { rounding } from './round';
import type { RoundingMode } from './rounding-mode';

/** PR-2: decimals of a currency's minor unit by ISO 4217; 2 for a code that is not in the table (PR-101). */
export const minorUnits = (currency: Currency): number => minorUnitsByCurrency.get(currency) ?? 2;

/** An exact amount as whole minor units (cents), rounded in a named mode. */
export const toMinor = (value: Exact, digits: number, mode: RoundingMode): bigint =>
  rounding(mode)(value.n * powerOfTen(digits), value.d);

/** Whole minor units as an exact amount. */
export const fromMinor = (minor: bigint, digits: number): Exact => ({ n: minor, d: powerOfTen(digits) });
