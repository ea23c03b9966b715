import type { Product } from '#shared/domain/catalog/product';
import type { Quote, QuoteLine, QuoteSection } from '#shared/domain/quote/quote';

export const aLine = (changes: Partial<QuoteLine> = {}): QuoteLine => ({
  kind: 'line',
  id: 'line-1',
  sku: 'HS-EPP',
  description: 'Endpoint protection',
  quantity: '1',
  sell: { kind: 'list' },
  discountPercent: '0',
  note: '',
  optional: false,
  ...changes,
});

export const aSection = (changes: Partial<QuoteSection> = {}): QuoteSection => ({
  kind: 'section',
  id: 'section-1',
  title: 'Software',
  ...changes,
});

export const aQuote = (changes: Partial<Quote> = {}): Quote => ({
  id: 'quote-1',
  partnerId: 'partner-1',
  ownerId: 'person-1',
  number: 'Q-7K2M-0001',
  revision: 1,
  state: 'draft',
  title: 'Headquarters',
  accountId: null,
  contactId: null,
  opportunityId: null,
  currency: 'EUR',
  priceBook: { bookId: 'book-1', version: 1 },
  pricingDate: '2026-03-01',
  expiresOn: '2026-03-31',
  documentLanguage: 'en',
  discountPercent: '0',
  items: [],
  introduction: '',
  terms: '',
  internalNotes: '',
  createdAt: '2026-03-01T09:00:00.000Z',
  updatedAt: '2026-03-01T09:00:00.000Z',
  ...changes,
});

export const aProduct = (changes: Partial<Product> = {}): Product => ({
  sku: 'HS-EPP',
  family: 'Security',
  kind: 'subscription',
  name: { en: 'Endpoint protection', pl: 'Ochrona stacji' },
  description: { en: '' },
  vendor: 'Heliosoft',
  unit: 'seat',
  charge: { kind: 'recurring', period: 'month', termMonths: 12 },
  taxCategory: 'standard',
  orderableFrom: null,
  orderableUntil: null,
  successorSku: null,
  stock: null,
  attributes: {},
  ...changes,
});
