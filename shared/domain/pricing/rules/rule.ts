import type { Product } from '../../catalog/product';
import type { Percent } from '../../money/amount';
import type { Exact } from '../../money/exact';
import type { Agreement, Tier } from '../../partner/partner';
import type { PriceBookHeader } from '../price-book';
import type { Validity } from '../priced';

/** What a rule of the buy waterfall may look at. */
export interface LineFacts {
  readonly header: PriceBookHeader;
  readonly product: Product;
  readonly tier: Tier;
  /** This partner's, in force on the pricing date (PR-30). */
  readonly agreements: readonly Agreement[];
  readonly quantity: Exact;
  /** Of the line's family across the quote (PR-11, PR-105). */
  readonly familyQuantity: Exact;
}

/** What a rule found: a percentage off, where it comes from, and what it depends on until when (PR-31). */
export interface Reduction {
  readonly rule: string;
  readonly percent: Percent;
  readonly bound: Validity | null;
}

/** One step of the buy waterfall (PR-20): null when it has nothing to say about the line. */
export type BuyRule = (facts: LineFacts) => Reduction | null;
