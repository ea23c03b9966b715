import type { Account } from '../../deal/account';
import type { Product } from '../../catalog/product';
import type { Exact } from '../../money/exact';
import type { Agreement, Partner, Tier } from '../../partner/partner';
import type { Conversion } from '../conversion';
import type { DealRegistration, SpecialBid } from '../granted-terms';
import type { WaterfallStep } from '../policy';
import type { PriceBookHeader, PriceEntry } from '../price-book';
import type { PriceStep, Validity } from '../priced';
import type { Promotion } from '../promotion';
import type { StepHead } from '../trail';
import type { UnitLedger } from '../unit-ledger';

/** What is the same for every line of a quote. Granted terms are this partner's, this customer's and in force on the pricing date (PR-30). */
export interface RuleContext {
  readonly header: PriceBookHeader;
  readonly tier: Tier;
  readonly partnerKind: Partner['kind'];
  readonly region: string;
  /** null: the quote has no customer yet. */
  readonly segment: Account['segment'] | null;
  /** PR-5; null: the quote is in the book's currency. */
  readonly conversion: Conversion | null;
  readonly agreements: readonly Agreement[];
  readonly promotions: readonly Promotion[];
  readonly dealRegistration: DealRegistration | null;
  readonly specialBid: SpecialBid | null;
  /** The quote's lines in their order, those with a price (PR-105). */
  readonly lines: readonly LineFacts[];
  /** Who has had how many of the units that a promotion or bid is limited to. One for a quote, however often its lines are priced. */
  readonly ledger: UnitLedger;
}

/** What a rule of the buy waterfall may look at in a line. */
export interface LineFacts {
  readonly lineId: string;
  readonly optional: boolean;
  readonly product: Product;
  readonly entry: PriceEntry;
  readonly quantity: Exact;
  /** Of the line's family across the quote (PR-11, PR-105). */
  readonly familyQuantity: Exact;
}

/** What a rule comes to for a line; nothing has happened until the waterfall takes it. */
export interface Application {
  /** The price after all its steps, never below zero. */
  readonly after: Exact;
  readonly steps: readonly AppliedStep[];
  /** What the price then depends on until when (PR-31). */
  readonly bounds: readonly Validity[];
  /** Units that it takes of what is limited. */
  readonly claims: readonly Claim[];
}

export interface AppliedStep {
  readonly head: StepHead;
  /** Never below zero; `note` says so when it had to stop there (PR-25). */
  readonly after: Exact;
  readonly note: PriceStep['note'];
}

export interface Claim {
  readonly key: string;
  readonly units: Exact;
}

/** One line's price where a rule stands: what it has come to, and the list price, both of a unit in the quote's currency. */
export interface PriceSoFar {
  readonly price: Exact;
  readonly list: Exact;
  readonly basis: WaterfallStep['basis'];
}

/**
 * One step of the buy waterfall (PR-20). Reads its data once for a quote, then answers line by line: null when it has nothing to say.
 */
export type BuyRule = (context: RuleContext) => (line: LineFacts, so: PriceSoFar) => Application | null;
