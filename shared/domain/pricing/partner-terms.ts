import type { Agreement } from '../partner/partner';
import type { Contract } from './contract';
import type { DealRegistration, SpecialBid } from './granted-terms';
import type { Promotion } from './promotion';

/** All that the vendor agreed with one partner, besides its price book. Which of it counts for a quote, priceQuote finds out. */
export interface PartnerTerms {
  readonly agreements: readonly Agreement[];
  readonly promotions: readonly Promotion[];
  readonly dealRegistrations: readonly DealRegistration[];
  readonly specialBids: readonly SpecialBid[];
  readonly contracts: readonly Contract[];
}

export const noTerms: PartnerTerms = {
  agreements: [],
  promotions: [],
  dealRegistrations: [],
  specialBids: [],
  contracts: [],
};
