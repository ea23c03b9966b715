import type { Decimal, Percent } from '../money/amount';
import type { Exact } from '../money/exact';
import type { BuyWaterfall } from './buy-waterfall';
import type { Conversion } from './conversion';
import type { ListPrice } from './list-price';
import type { ChargedTerm } from './periods';
import type { PriceBookHeader, PriceEntry } from './price-book';
import type { PriceOrigin } from './price-origin';
import type { LineFacts } from './rules/rule';
import type { SellBasis } from './sell-basis';
import type { TaxRate } from './tax-rate';

/** All that one line's two waterfalls start from. */
export interface LineToPrice {
  readonly header: PriceBookHeader;
  readonly waterfall: BuyWaterfall;
  readonly facts: LineFacts;
  readonly entry: PriceEntry;
  /** In the quote's currency, of the average unit (PR-5, PR-11). */
  readonly list: Exact;
  readonly listPrice: ListPrice;
  readonly conversion: Conversion | null;
  /** As it stands on the line; `facts` has it exact. */
  readonly quantityText: Decimal;
  readonly sell: SellBasis;
  /** The line's manual discount, as it stands there and exact. */
  readonly discountText: Percent;
  readonly discount: Exact;
  /** PR-14: the manual discount of the bundle that the line is a part of, where it cascades. */
  readonly bundleDiscount: { readonly text: Percent; readonly exact: Exact } | null;
  readonly origin: PriceOrigin;
  /** PR-10: of a recurring line. */
  readonly term: ChargedTerm | null;
  /** PR-14: what a bundle with a fixed price comes to for this line of it, in whole minor units. */
  readonly allocated: BundleShare | null;
  /** PR-108: the rate that selling prices contain, where the tax policy says they do. */
  readonly includedTax: TaxRate | null;
  /** Decimals of the currency's minor unit. */
  readonly digits: number;
}

/** Whole minor units. */
export interface BundleShare {
  readonly list: bigint;
  readonly buy: bigint;
  readonly sell: bigint;
}
