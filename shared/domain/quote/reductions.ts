import type { Result } from '../../lib/result';
import { add, compare, zero, type Exact } from '../money/exact';
import { parseDecimal } from '../money/parse-decimal';
import { isCredit } from '../pricing/price-origin';
import type { LineProblem } from '../pricing/priced';
import { invalidChange } from './contract-change';
import type { QuoteLine } from './quote';
import type { ResolvedLine } from './resolve-line';

interface Resolution {
  readonly line: QuoteLine;
  readonly resolved: Result<ResolvedLine, LineProblem>;
}

/**
 * PR-50, PR-51, PR-161: all lines of the quote that reduce one contract line reduce it by no more than it has, and all that renew it renew
 * no more; if together they do, none of them has a price. A line outside the totals is judged as if it were taken.
 */
export function withoutOverdrawn(resolutions: readonly Resolution[]): Resolution[] {
  const taken = new Map<string, Exact>();
  for (const { resolved } of resolutions) {
    const id = changedLine(resolved);
    if (!id || !resolved.ok || resolved.value.outside) continue;
    taken.set(id, add(taken.get(id) ?? zero, resolved.value.quantity));
  }
  return resolutions.map((resolution) => {
    const { line, resolved } = resolution;
    const id = changedLine(resolved);
    if (!id || !resolved.ok || resolved.value.origin.kind !== 'contract') return resolution;
    const others = taken.get(id) ?? zero;
    const all = resolved.value.outside ? add(others, resolved.value.quantity) : others;
    const left = parseDecimal(resolved.value.origin.line.quantity) ?? zero;
    return compare(all, left) > 0 ? { line, resolved: invalidChange('too-many') } : resolution;
  });
}

/** The contract line and what is done to it; null for what has no contract's price. */
function changedLine(resolved: Resolution['resolved']): string | null {
  if (!resolved.ok || resolved.value.origin.kind !== 'contract') return null;
  const { origin } = resolved.value;
  return `${isCredit(origin) ? 'reduce' : 'renew'} ${origin.line.id}`;
}
