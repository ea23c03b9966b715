import type { Charge } from '../catalog/product';
import type { Currency, Decimal, Percent } from '../money/amount';

/**
 * PR-26: one step of a waterfall, as it is shown and replayed (replay-steps.ts). `before` and `after` are in the quote's currency,
 * shown with up to 6 decimals; the next step goes on from the exact value, not from what is shown (PR-3).
 */
export interface PriceStep {
  readonly step:
    | 'list'
    | 'volume'
    | 'tier'
    | 'agreement'
    | 'promotion'
    | 'deal-registration'
    | 'special-bid'
    | 'markup'
    | 'margin'
    | 'fixed'
    | 'line-discount'
    | 'quote-discount'
    | 'unit-rounding'
    | 'quantity'
    | 'term'
    | 'line-rounding'
    | 'tax-gross-up'
    | 'tax-extraction';
  /** Where it comes from: the agreement's name, the schedule's id, the book and version ... */
  readonly rule: string;
  readonly basis: 'running' | 'list' | 'buy';
  /** What `after` is the price of: one unit, or from the step "quantity" on the whole line. */
  readonly per: 'unit' | 'line';
  /** A percentage or an amount (the quote discount has both: its amount is the line's share; of "quantity" the quantity, of "term" the months). Neither for a rounding, whose `rule` is its mode. */
  readonly rate: Percent | null;
  readonly amount: Decimal | null;
  readonly before: Decimal;
  readonly after: Decimal;
  /** Set when something about the step needs saying. */
  readonly note: 'stopped-at-zero' | 'not-best-of-group' | null;
}

/** Why a line has no price. It stays on the quote, visibly, and outside the totals. */
export type LineProblem =
  | { readonly type: 'sku-not-in-book'; readonly sku: string }
  | { readonly type: 'sku-not-in-catalog'; readonly sku: string }
  | { readonly type: 'currency-mismatch'; readonly book: Currency; readonly quote: Currency }
  /** A figure that no schema would let through; `text` is what stood there. */
  | {
      readonly type: 'invalid-number';
      readonly field: 'quantity' | 'sell' | 'discount' | 'quote-discount' | 'list';
      readonly text: string;
    }
  | { readonly type: 'price-not-yet-valid'; readonly from: string }
  | { readonly type: 'price-ended'; readonly until: string }
  | { readonly type: 'margin-impossible'; readonly percent: Percent };

/** A line's two waterfalls. Line amounts are rounded (PR-2); unit prices are shown with up to 6 decimals and never computed from (PR-3). */
export interface PricedAmounts {
  readonly listUnit: Decimal;
  readonly buyUnit: Decimal;
  readonly sellUnit: Decimal;
  readonly listLine: Decimal;
  readonly buyLine: Decimal;
  readonly sellLine: Decimal;
  /** sell - buy on the rounded line amounts (PR-23). */
  readonly margin: Decimal;
  /** With up to 6 decimals; null when the sell amount is zero (PR-23). */
  readonly marginPercent: Percent | null;
  readonly charge: Charge;
  /** Both explanations are written when they are first read. */
  readonly buySteps: readonly PriceStep[];
  readonly sellSteps: readonly PriceStep[];
  /** The manual discount is above what the role may give (PR-24). */
  readonly overMaxDiscount: boolean;
}

export type PricedLine =
  | {
      readonly lineId: string;
      readonly sku: string;
      readonly optional: boolean;
      readonly status: 'priced';
      readonly amounts: PricedAmounts;
    }
  | {
      readonly lineId: string;
      readonly sku: string;
      readonly optional: boolean;
      readonly status: 'problem';
      readonly problem: LineProblem;
    };

/** PR-40: one (category, rate) group. `reason` says why a rate is 0 though the category has one. */
export interface TaxGroup {
  readonly category: string;
  readonly percent: Percent;
  readonly net: Decimal;
  readonly tax: Decimal;
  readonly reason: 'reverse-charge' | 'no-rate-for-country' | null;
}

/** PR-31: the first day on which the quote can no longer be used, and what binds it. */
export interface Validity {
  readonly until: string;
  readonly because: 'quote' | 'price-book' | 'price-entry' | 'agreement';
  /** Name of the book, agreement or SKU that binds. */
  readonly name: string;
}

export interface PricedTotals {
  readonly list: Decimal;
  readonly buy: Decimal;
  readonly sell: Decimal;
  readonly margin: Decimal;
  readonly marginPercent: Percent | null;
  readonly taxGroups: readonly TaxGroup[];
  readonly tax: Decimal;
  /** sell + tax. */
  readonly gross: Decimal;
  /** Sum of the optional lines' sell amounts, not in any other total. */
  readonly optionalSell: Decimal;
  /** Of `sell`: what is billed once, and what is billed per period. Exact sums of line amounts. */
  readonly oneTimeSell: Decimal;
  readonly recurringSell: Decimal;
  /** What the quote-level discount took off; `sell` is after it. */
  readonly quoteDiscount: Decimal;
  /** Usage lines at the quoted quantity, not committed and in no other total (PR-10). */
  readonly usageSell: Decimal;
}

export interface PricedQuote {
  readonly currency: Currency;
  /** PR-5. */
  readonly source: { readonly bookId: string; readonly version: number; readonly name: string };
  readonly lines: readonly PricedLine[];
  readonly totals: PricedTotals;
  readonly validity: Validity;
}
