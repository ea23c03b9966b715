import type { Product } from '../../catalog/product';
import type { Percent } from '../../money/amount';
import type { Exact } from '../../money/exact';
import type { Agreement, Tier } from '../../partner/partner';
import type { PriceBookHeader } from '../price-book';
import type { Validity } from '../priced';

/** What is the same for every line of a quote. */
export interface RuleContext {
  readonly header: PriceBookHeader;
  readonly tier: Tier;
  /** This partner's, in force on the pricing date (PR-30). */
  readonly agreements: readonly Agreement[];
}

/** What a rule of the buy waterfall may look at in a line. */
export interface LineFacts {
  readonly product: Product;
  readonly quantity: Exact;
  /** Of the line's family across the quote (PR-11, PR-105). */
  readonly familyQuantity: Exact;
}

/** What a rule found: a percentage off, as text and exact, where it comes from, and what it depends on until when (PR-31). */
export interface Reduction {
  readonly rule: string;
  readonly rate: Percent;
  readonly percent: Exact;
  readonly bound: Validity | null;
}

/**
 * One step of the buy waterfall (PR-20). Reads its data once for a quote, then answers line by line: null when it has nothing to say.
 */
export type BuyRule = (context: RuleContext) => (line: LineFacts) => Reduction | null;
