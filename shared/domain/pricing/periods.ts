import type { Decimal } from '../money/amount';
import type { Exact } from '../money/exact';
import type { Period } from './proration';

/** PR-10: how a recurring charge is paid. `upfront`: all at the start; otherwise at the start of each such period. */
export const billingPlans = ['upfront', 'monthly', 'quarterly', 'yearly'] as const;
export type BillingPlan = (typeof billingPlans)[number];

/** One run of a ramp: that many units for so many whole months. */
export interface RampRun {
  readonly quantityText: Decimal;
  readonly quantity: Exact;
  readonly months: number;
  readonly periods: Exact;
}

/** PR-10, PR-12: how long a recurring line is charged, and how it is paid. */
export interface ChargedTerm {
  /** What the unit price is for. */
  readonly period: Period;
  /** Of these periods so many are charged, exactly. */
  readonly periods: Exact;
  /** The term in whole months; null when days of another are left. */
  readonly months: number | null;
  /** First and last day; null when the line is not dated. */
  readonly dated: { readonly startsOn: string; readonly endsOn: string } | null;
  readonly billing: BillingPlan;
  /** In place of one quantity all along; empty: no ramp. */
  readonly ramp: readonly RampRun[];
}
