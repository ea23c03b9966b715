import { assertNever } from '../../lib/assert-never';
import { ok, type Result } from '../../lib/result';
import type { Percent } from '../money/amount';
import type { Exact } from '../money/exact';
import { decimal } from '../money/parse-decimal';
import { plusPercent } from '../money/percent';
import type { PriceBookHeader, PriceEntry } from './price-book';
import type { LineProblem } from './priced';
import { fixPrice } from './rules/fixed';
import { discountLine } from './rules/line-discount';
import { startAtList } from './rules/list';
import { aimAtMargin } from './rules/margin';
import { markUp } from './rules/markup';
import type { SellBasis } from './sell-basis';
import { Trail } from './trail';

export interface SellTerms {
  readonly header: PriceBookHeader;
  readonly entry: PriceEntry;
  readonly list: Exact;
  /** What the partner pays per unit, after unit rounding if the policy rounds units. */
  readonly buyUnit: Exact;
  readonly sell: SellBasis;
  readonly discountPercent: Percent;
  /** PR-108: the rate that selling prices contain, where the tax policy says they do. */
  readonly includedTax: Percent | null;
  readonly digits: number;
}

/** PR-20: the customer's price of one unit, up to the line's manual discount. The quote-level discount follows on whole lines. */
export function runSellWaterfall(terms: SellTerms): Result<Trail, LineProblem> {
  const started = startSelling(terms);
  if (started.ok) discountLine(started.value, terms.discountPercent);
  return started;
}

function startSelling({ header, entry, list, buyUnit, sell, includedTax, digits }: SellTerms) {
  switch (sell.kind) {
    case 'list': {
      const trail = new Trail(list, digits);
      startAtList(trail, header, entry);
      return ok(trail);
    }
    case 'fixed': {
      const trail = new Trail(list, digits);
      fixPrice(trail, sell.unitPrice);
      return ok(trail);
    }
    case 'markup': {
      const trail = new Trail(buyUnit, digits);
      markUp(trail, sell.percent);
      return ok(grossUp(trail, includedTax));
    }
    case 'margin': {
      const trail = new Trail(buyUnit, digits);
      const aimed = aimAtMargin(trail, sell.percent);
      return aimed.ok ? ok(grossUp(trail, includedTax)) : aimed;
    }
    default:
      return assertNever(sell);
  }
}

/** What the partner pays is without tax; a price made from it gets the tax that prices here contain (PR-108). */
function grossUp(trail: Trail, includedTax: Percent | null): Trail {
  if (includedTax !== null) {
    trail.take(
      { step: 'tax-gross-up', rule: 'tax', basis: 'running', rate: includedTax },
      plusPercent(trail.value, decimal(includedTax)),
    );
  }
  return trail;
}
