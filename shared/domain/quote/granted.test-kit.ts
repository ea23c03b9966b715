/** Builders of what a vendor grants a partner: for "partner-1", "account-1" and "quote-1", in force all through 2026. */
import type { DealRegistration, SpecialBid } from '../pricing/granted-terms';
import type { Promotion } from '../pricing/promotion';

const instant = '2026-02-20T09:00:00.000Z';

/** 10 % off everything, for everyone. */
export const aPromotion = (changes: Partial<Promotion> = {}): Promotion => ({
  id: 'promotion-1',
  partnerId: 'partner-1',
  code: 'SPRING',
  name: 'Spring',
  effect: { kind: 'percent', percent: '10' },
  conditions: {
    skus: null,
    families: null,
    minQuantity: null,
    segments: null,
    tiers: null,
    regions: null,
  },
  validFrom: '2026-01-01',
  validUntil: '2027-01-01',
  maxUnits: null,
  exclusiveGroup: null,
  priority: 10,
  ...changes,
});

/** 8 % off everything. */
export const aDealRegistration = (changes: Partial<DealRegistration> = {}): DealRegistration => ({
  id: 'deal-1',
  partnerId: 'partner-1',
  number: 'DR-100',
  accountId: 'account-1',
  validFrom: '2026-01-01',
  validUntil: '2027-01-01',
  discounts: [{ family: null, sku: null, percent: '8' }],
  ...changes,
});

/** "LIC-1" at 60.00 net. */
export const aSpecialBid = (changes: Partial<SpecialBid> = {}): SpecialBid => ({
  id: 'bid-1',
  partnerId: 'partner-1',
  ownerId: 'person-1',
  quoteId: 'quote-1',
  quoteNumber: 'Q-7K2M-0042',
  accountId: 'account-1',
  currency: 'EUR',
  state: 'granted',
  justification: '',
  competitor: '',
  wanted: [{ lineId: 'line-1', sku: 'LIC-1', quantity: '1', unitPrice: '60' }],
  terms: [{ sku: 'LIC-1', price: { kind: 'net', unitPrice: '60.00' }, maxQuantity: null }],
  number: 'SB-7',
  validFrom: '2026-01-01',
  validUntil: '2027-01-01',
  decision: null,
  requestedAt: instant,
  updatedAt: instant,
  ...changes,
});
