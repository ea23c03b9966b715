import type { Decimal } from '../money/amount';
import type { Exact } from '../money/exact';
import { formatRounded, trimDecimals } from '../money/format-decimal';

/** How an exact amount is shown in an explanation: half-up to 6 decimals, and never fewer than the currency's. For eyes only (PR-3). */
export const showAmount = (value: Exact, digits: number): Decimal =>
  trimDecimals(formatRounded(value, 6, 'half-up'), digits);

/** A rate as it is shown: half-up to 6 decimals, no zeros at the end. */
export const showRate = (value: Exact): Decimal => trimDecimals(formatRounded(value, 6, 'half-up'), 0);
