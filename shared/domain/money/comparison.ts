import { assertNever } from '../../lib/assert-never';
import { compare } from './exact';
import { decimal } from './parse-decimal';

export const comparisons = ['below', 'at-most', 'at-least', 'above'] as const;
export type Comparison = (typeof comparisons)[number];

/** Whether a figure stands so to a limit. Exactly: both are decimals in text. */
export function compares(value: string, how: Comparison, limit: string): boolean {
  const order = compare(decimal(value), decimal(limit));
  switch (how) {
    case 'below':
      return order < 0;
    case 'at-most':
      return order <= 0;
    case 'at-least':
      return order >= 0;
    case 'above':
      return order > 0;
    default:
      return assertNever(how);
  }
}
