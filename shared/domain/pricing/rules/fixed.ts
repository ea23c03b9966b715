import type { Decimal } from '../../money/amount';
import { decimal } from '../../money/parse-decimal';
import type { Trail } from '../trail';

/** PR-20: a unit price set by hand instead of the list price. */
export function fixPrice(trail: Trail, unitPrice: Decimal): void {
  trail.take({ step: 'fixed', rule: 'fixed', basis: 'list', amount: unitPrice }, decimal(unitPrice));
}
