import { assertNever } from '../../lib/assert-never';
import type { Exact } from '../money/exact';
import { plusPercent } from '../money/percent';
import { contractTrail } from './contract-price';
import type { LineToPrice } from './line-to-price';
import { fixPrice } from './rules/fixed';
import { discountLine, discountWithBundle } from './rules/line-discount';
import { startAtList } from './rules/list';
import { aimAtMargin } from './rules/margin';
import { markUp } from './rules/markup';
import type { TaxRate } from './tax-rate';
import { Trail } from './trail';

/**
 * PR-20: the customer's price of one unit, up to the line's manual discount; the quote-level discount follows on whole lines. `buyUnit`
 * is what the partner pays, after unit rounding if the policy rounds units.
 */
export function runSellWaterfall(line: LineToPrice, buyUnit: Exact, explaining: boolean): Trail {
  const fromBuy = line.sell.kind === 'markup' || line.sell.kind === 'margin';
  // PR-51: in place of the list price stands the customer's price of the contract, without tax as contracts are.
  const fromContract = line.origin.kind === 'contract' && line.sell.kind === 'list' ? line.origin : null;
  const trail = fromContract
    ? contractTrail(fromContract, 'sell', explaining)
    : new Trail(fromBuy ? buyUnit : line.listPrice.unit, explaining);
  if (!fromContract) start(trail, line);
  if (fromBuy || fromContract) grossUp(trail, line.includedTax);
  if (line.bundleDiscount) discountWithBundle(trail, line.bundleDiscount);
  discountLine(trail, line.discountText, line.discount);
  return trail;
}

function start(trail: Trail, line: LineToPrice): void {
  const { sell } = line;
  switch (sell.kind) {
    case 'list':
      return startAtList(trail, line);
    case 'fixed':
      return fixPrice(trail, sell.unitPrice);
    case 'markup':
      return markUp(trail, sell.percent);
    case 'margin':
      return aimAtMargin(trail, sell.percent);
    default:
      return assertNever(sell);
  }
}

/** What the partner pays, and what a contract names, is without tax; a price made from it gets the tax that prices here contain (PR-108). */
export function grossUp(trail: Trail, includedTax: TaxRate | null): void {
  if (!includedTax || includedTax.exact.n === 0n) return;
  trail.take(
    { step: 'tax-gross-up', rule: 'tax', basis: 'running', rate: includedTax.percent },
    plusPercent(trail.value, includedTax.exact),
  );
}
