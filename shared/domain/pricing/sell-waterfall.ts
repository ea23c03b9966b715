import { assertNever } from '../../lib/assert-never';
import { ok, type Result } from '../../lib/result';
import type { Exact } from '../money/exact';
import { plusPercent } from '../money/percent';
import type { LineToPrice } from './line-to-price';
import type { LineProblem } from './priced';
import { fixPrice } from './rules/fixed';
import { discountLine } from './rules/line-discount';
import { startAtList } from './rules/list';
import { aimAtMargin } from './rules/margin';
import { markUp } from './rules/markup';
import type { TaxRate } from './tax-rate';
import { Trail } from './trail';

/**
 * PR-20: the customer's price of one unit, up to the line's manual discount; the quote-level discount follows on whole lines. `buyUnit`
 * is what the partner pays, after unit rounding if the policy rounds units.
 */
export function runSellWaterfall(
  line: LineToPrice,
  buyUnit: Exact,
  explaining: boolean,
): Result<Trail, LineProblem> {
  const fromBuy = line.sell.kind === 'markup' || line.sell.kind === 'margin';
  const trail = new Trail(fromBuy ? buyUnit : line.list, explaining);
  const started = start(trail, line);
  if (!started.ok) return started;
  if (fromBuy) grossUp(trail, line.includedTax);
  discountLine(trail, line.discountText, line.discount);
  return ok(trail);
}

function start(trail: Trail, { header, entry, sell }: LineToPrice): Result<void, LineProblem> {
  switch (sell.kind) {
    case 'list':
      return ok(startAtList(trail, header, entry));
    case 'fixed':
      return ok(fixPrice(trail, sell.unitPrice));
    case 'markup':
      return ok(markUp(trail, sell.percent));
    case 'margin':
      return aimAtMargin(trail, sell.percent);
    default:
      return assertNever(sell);
  }
}

/** What the partner pays is without tax; a price made from it gets the tax that prices here contain (PR-108). */
function grossUp(trail: Trail, includedTax: TaxRate | null): void {
  if (!includedTax || includedTax.exact.n === 0n) return;
  trail.take(
    { step: 'tax-gross-up', rule: 'tax', basis: 'running', rate: includedTax.percent },
    plusPercent(trail.value, includedTax.exact),
  );
}
