import type { Decimal, Percent } from '../money/amount';
import type { Exact } from '../money/exact';
import type { BuyWaterfall } from './buy-waterfall';
import type { PriceBookHeader, PriceEntry } from './price-book';
import type { LineFacts } from './rules/rule';
import type { SellBasis } from './sell-basis';
import type { TaxRate } from './tax-rate';

/** All that one line's two waterfalls start from. */
export interface LineToPrice {
  readonly header: PriceBookHeader;
  readonly waterfall: BuyWaterfall;
  readonly facts: LineFacts;
  readonly entry: PriceEntry;
  readonly list: Exact;
  /** As it stands on the line; `facts` has it exact. */
  readonly quantityText: Decimal;
  readonly sell: SellBasis;
  /** The line's manual discount, as it stands there and exact. */
  readonly discountText: Percent;
  readonly discount: Exact;
  /** PR-108: the rate that selling prices contain, where the tax policy says they do. */
  readonly includedTax: TaxRate | null;
  /** Decimals of the currency's minor unit. */
  readonly digits: number;
}
