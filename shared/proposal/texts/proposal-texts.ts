import type { BillingPlan } from '../../domain/quote/line-term';
import type { TaxGroup } from '../../domain/pricing/priced';

/** The wording of a proposal in one language. Functions take texts that are already formatted for the language. */
export interface ProposalTexts {
  readonly proposal: string;
  readonly inPartnershipWith: string;
  readonly preparedFor: string;
  readonly preparedBy: string;
  readonly attention: (contact: string) => string;
  readonly taxId: (id: string) => string;
  readonly number: string;
  readonly revision: string;
  readonly date: string;
  readonly validThrough: string;
  readonly introduction: string;
  readonly offer: string;
  readonly amountsIn: (currency: string) => string;
  readonly options: string;
  readonly optionsNote: string;
  readonly optionsTotal: string;
  readonly alternatives: string;
  readonly alternativesNote: string;
  readonly insteadOf: (number: string) => string;
  readonly included: string;
  readonly bundleTotal: (amount: string) => string;
  readonly byDates: string;
  readonly period: (from: string, to: string) => string;
  readonly billing: Readonly<Record<BillingPlan, string>>;
  readonly ramp: (steps: readonly string[]) => string;
  readonly contract: Readonly<Record<'add' | 'reduce' | 'renew', string>>;
  readonly noLines: string;
  readonly columns: {
    readonly description: string;
    readonly quantity: string;
    readonly term: string;
    readonly list: string;
    readonly discount: string;
    readonly unitPrice: string;
    readonly amount: string;
  };
  readonly oneTime: string;
  readonly usage: string;
  /** Under a line by usage: why it has no amount. */
  readonly usageNote: string;
  readonly months: Readonly<Record<'one' | 'few' | 'many' | 'other', (count: string) => string>>;
  readonly pricePer: Readonly<Record<'month' | 'year', string>>;
  readonly subtotal: (section: string) => string;
  readonly summary: string;
  readonly totalAtList: string;
  readonly net: string;
  readonly ofWhichOneTime: string;
  readonly ofWhichRecurring: string;
  readonly tax: (percent: string, net: string) => string;
  readonly taxReason: Readonly<Record<NonNullable<TaxGroup['reason']>, string>>;
  readonly gross: string;
  readonly terms: string;
  readonly acceptance: string;
  readonly acceptanceNote: (number: string, validThrough: string) => string;
  readonly signature: {
    readonly name: string;
    readonly position: string;
    readonly date: string;
    readonly signature: string;
  };
  readonly page: (page: string, pages: string) => string;
}
