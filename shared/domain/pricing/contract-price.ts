import { decimal } from '../money/parse-decimal';
import { plusPercent } from '../money/percent';
import type { PriceOrigin } from './price-origin';
import { Trail } from './trail';

type Contracted = Extract<PriceOrigin, { kind: 'contract' }>;

/** PR-50, PR-51: a unit at the price of the contract, and the policy's uplift on it: after all that was discounted then. */
export function contractTrail(
  { contractNumber, line, uplift }: Contracted,
  side: 'buy' | 'sell',
  explaining: boolean,
): Trail {
  const amount = side === 'buy' ? line.buyUnit : line.sellUnit;
  const trail = new Trail(decimal(amount), explaining);
  trail.take({ step: 'contract', rule: contractNumber, basis: 'list', amount }, trail.value);
  if (uplift !== null) {
    trail.take(
      { step: 'uplift', rule: contractNumber, basis: 'running', rate: uplift },
      plusPercent(trail.value, decimal(uplift)),
    );
  }
  return trail;
}
