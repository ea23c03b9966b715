import type { Charge } from '../catalog/product';
import type { Currency, Decimal, Percent } from '../money/amount';
import type { OnBreach } from './policy';

/**
 * PR-26: one step of a waterfall, as it is shown and replayed (replay-steps.ts). `before` and `after` are in the quote's currency,
 * shown with up to 6 decimals; the next step goes on from the exact value, not from what is shown (PR-3).
 */
export interface PriceStep {
  readonly step:
    | 'list'
    /** PR-5: list, or another amount of the book's, in the quote's currency. `rule` is the rate's day, `rate` the rate. */
    | 'conversion'
    /** PR-22. */
    | 'distributor-price'
    | 'reseller-price'
    | 'partner-price'
    /** PR-50, PR-51: a contract's own price and the uplift on it. */
    | 'contract'
    | 'uplift'
    /** PR-14. */
    | 'included'
    | 'bundle-discount'
    | 'bundle-allocation'
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
    /** Runs of a ramp: `parts` has the quantity of each and its periods. */
    | 'ramp'
    | 'term'
    /** PR-50: a credit for what is no longer used, or none. */
    | 'credit'
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
  /** PR-11, PR-15: when units differ: how many have which price. The step's price is their average, exactly. Empty: all units alike. */
  readonly parts: readonly StepPart[];
  /** Set when something about the step needs saying. */
  readonly note: 'stopped-at-zero' | 'not-best-of-group' | 'no-benefit' | 'no-credit' | null;
}

/** Some units of a step: a percentage off by the step's basis, an amount off each unit, a price of each unit, or one of all of them (`block`). */
export interface StepPart {
  readonly kind: 'percent-off' | 'amount-off' | 'unit-price' | 'block' | 'periods';
  readonly units: Decimal;
  /** Of `percent-off` the percentage; of `amount-off`, `unit-price` and `block` the amount; of `periods` the exact number of periods as a fraction "13/12". */
  readonly figure: string;
}

/** Why a line has no price. It stays on the quote, visibly, and outside the totals. */
export type LineProblem =
  | { readonly type: 'sku-not-in-book'; readonly sku: string }
  | { readonly type: 'sku-not-in-catalog'; readonly sku: string }
  | { readonly type: 'currency-mismatch'; readonly book: Currency; readonly quote: Currency }
  /** A figure that no schema would let through; `text` is what stood there. */
  | {
      readonly type: 'invalid-number';
      readonly field: 'quantity' | 'sell' | 'discount' | 'quote-discount' | 'list' | 'cost';
      readonly text: string;
    }
  | { readonly type: 'price-not-yet-valid'; readonly from: string }
  | { readonly type: 'price-ended'; readonly until: string }
  | { readonly type: 'margin-impossible'; readonly percent: Percent }
  /** PR-5: the quote is in another currency than its book, and has no rate, or one that is not among the book's. */
  | { readonly type: 'exchange-rate-missing'; readonly from: Currency; readonly to: Currency }
  | { readonly type: 'exchange-rate-unknown'; readonly rate: Decimal; readonly date: string }
  /** PR-11: fewer units than the first band of the entry's prices. */
  | { readonly type: 'below-first-band'; readonly from: Decimal }
  /** PR-12: an end before its start, more than 600 months, a ramp of another length than the term, a term on what does not recur, "with the contract" without one. */
  | {
      readonly type: 'invalid-term';
      readonly why:
        | 'end-before-start'
        | 'ramp-length'
        | 'not-recurring'
        | 'no-contract'
        | 'start-missing'
        | 'too-long';
    }
  /** PR-14: the parent is gone, is no bundle, has no such option, is itself a component, or the bundle contains itself. */
  | {
      readonly type: 'invalid-bundle';
      readonly why: 'parent-missing' | 'not-a-bundle' | 'option-unknown' | 'nested' | 'circular';
    }
  /** PR-14: a fixed bundle with a part that has no price has none itself, nor have its parts. */
  | { readonly type: 'bundle-incomplete'; readonly skus: readonly string[] }
  /** PR-50, PR-51: the contract or its line is not there, or less is left than is taken away. */
  | {
      readonly type: 'invalid-contract-change';
      readonly why: 'contract-missing' | 'line-missing' | 'sku-differs' | 'too-many' | 'after-end';
    }
  /** PR-32: the older version of the book that the line kept is not there. */
  | { readonly type: 'kept-version-missing'; readonly version: number };

/** A line's two waterfalls. Line amounts are rounded (PR-2), and negative for a credit (PR-50); unit prices are shown with up to 6 decimals and never computed from (PR-3). */
export interface PricedAmounts {
  /** Units the amounts are for: the line's, or for a part of a bundle all that the bundles have of it (PR-14). With a ramp the largest. */
  readonly quantity: Decimal;
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
  /** margin / buy (PR-23); null when the buy amount is zero. */
  readonly markupPercent: Percent | null;
  readonly charge: Charge;
  /** PR-12, PR-13: of a dated recurring line: its first and last day. */
  readonly period: { readonly startsOn: string; readonly endsOn: string } | null;
  /** PR-10: of a recurring line: what is paid when; sums to the line's sell amount. Empty for other lines. */
  readonly payments: readonly Payment[];
  /** PR-14: of a bundle's line: what it and its parts come to together. */
  readonly bundle: {
    readonly listLine: Decimal;
    readonly buyLine: Decimal;
    readonly sellLine: Decimal;
  } | null;
  /** PR-24: the least the unit may be sold for, in the quote's currency; null: no minimum. */
  readonly minimumUnit: Decimal | null;
  /** Both explanations are written when they are first read. */
  readonly buySteps: readonly PriceStep[];
  readonly sellSteps: readonly PriceStep[];
}

/** PR-10: one payment of a billing plan. `dueOn` is null when the line has no start; then `month` counts from it. */
export interface Payment {
  readonly month: number;
  readonly dueOn: string | null;
  readonly amount: Decimal;
}

/** PR-24: a floor that the price broke, and what follows by the policy. */
export interface Breach {
  readonly floor: 'manual-discount' | 'minimum-price' | 'line-margin' | 'quote-margin';
  /** null: the whole quote. */
  readonly lineId: string | null;
  /** The figure and the limit: percentages, for the minimum price unit prices in the quote's currency. null: there is no margin %. */
  readonly value: Decimal | null;
  readonly limit: Decimal;
  readonly onBreach: OnBreach;
}

export type PricedLine =
  | {
      readonly lineId: string;
      readonly sku: string;
      /** Outside the totals: optional, a part of an optional bundle, or an alternative that was not chosen. */
      readonly optional: boolean;
      readonly status: 'priced';
      readonly amounts: PricedAmounts;
    }
  | {
      readonly lineId: string;
      readonly sku: string;
      /** Outside the totals: optional, a part of an optional bundle, or an alternative that was not chosen. */
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
  readonly because:
    | 'quote'
    | 'price-book'
    | 'price-entry'
    | 'agreement'
    | 'promotion'
    | 'deal-registration'
    | 'special-bid';
  /** Name of the book or agreement, SKU, code of the promotion, number of the registration or bid. */
  readonly name: string;
}

export interface PricedTotals {
  readonly list: Decimal;
  readonly buy: Decimal;
  readonly sell: Decimal;
  readonly margin: Decimal;
  readonly marginPercent: Percent | null;
  readonly markupPercent: Percent | null;
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
  /** PR-5. `conversion`: from the book's currency, when that is another. */
  readonly source: {
    readonly bookId: string;
    readonly version: number;
    readonly name: string;
    readonly conversion: { readonly from: Currency; readonly rate: Decimal; readonly date: string } | null;
  };
  readonly lines: readonly PricedLine[];
  readonly totals: PricedTotals;
  readonly validity: Validity;
  /** PR-24: of all lines in their order, the quote's last. */
  readonly breaches: readonly Breach[];
}
