import type { Decimal } from '../../money/amount';
import { add, compare, type Exact } from '../../money/exact';
import { formatRounded, trimDecimals } from '../../money/format-decimal';
import type { Product } from '../product';
import { parseDecimal } from '../../money/parse-decimal';

/** As a quantity: up to 3 decimals, rounded up, because less would not do. */
export const quantityText = (value: Exact): Decimal => trimDecimals(formatRounded(value, 3, 'up'), 0);

/** In whole units, unless a part was asked for that fits exactly. */
export const wholeUnits = (value: Exact): Decimal => trimDecimals(formatRounded(value, 0, 'up'), 0);

export const plus = (quantity: Exact, more: Decimal): Decimal =>
  quantityText(add(quantity, parseDecimal(more) ?? { n: 0n, d: 1n }));

/** The number an attribute begins with: 24 of "24 ports"; none for "Desktop". */
export function attributeNumber({ attributes }: Product, name: string): Exact | undefined {
  const [digits] = /^\d+(\.\d+)?/.exec(attributes[name] ?? '') ?? [];
  const value = digits === undefined ? undefined : parseDecimal(digits);
  return value && compare(value, { n: 0n, d: 1n }) > 0 ? value : undefined;
}
