import type { Decimal } from './amount';
import type { Exact } from './exact';
import { powerOfTen } from './power-of-ten';

const shape = /^-?\d+(\.\d+)?$/;

/** "-1234.50" to an exact number; undefined when the text is not a decimal. */
export function parseDecimal(text: Decimal): Exact | undefined {
  if (!shape.test(text)) return undefined;
  const point = text.indexOf('.');
  if (point < 0) return { n: BigInt(text), d: 1n };
  return { n: BigInt(text.slice(0, point) + text.slice(point + 1)), d: powerOfTen(text.length - point - 1) };
}

/** For text that a schema has already let through; throws RangeError when it has not. */
export function decimal(text: Decimal): Exact {
  const value = parseDecimal(text);
  if (!value) throw new RangeError(`Not a decimal: ${text}`);
  return value;
}
