import type { ArgsOf } from '#shared/mutations/registry';
import type { Session } from '#shared/protocol/session';

export const aSession = (changes: Partial<Session> = {}): Session => ({
  userId: 'rep-1',
  partnerId: 'partner-1',
  name: 'Rep One',
  email: 'rep.one@partner.example',
  role: 'rep',
  language: 'en',
  partnerName: 'Partner One',
  ...changes,
});

export const anAccount = (
  id: string,
  changes: Partial<ArgsOf<'createAccount'>> = {},
): ArgsOf<'createAccount'> => ({
  id,
  name: `Account ${id}`,
  taxId: '',
  country: 'DE',
  city: '',
  street: '',
  postalCode: '',
  segment: 'mid-market',
  website: '',
  notes: '',
  ...changes,
});

export const anOpportunity = (
  id: string,
  accountId: string,
  changes: Partial<ArgsOf<'createOpportunity'>> = {},
): ArgsOf<'createOpportunity'> => ({
  id,
  accountId,
  name: `Opportunity ${id}`,
  stage: 'prospecting',
  amount: '1000',
  currency: 'EUR',
  closeOn: '2026-12-31',
  nextStep: '',
  notes: '',
  ...changes,
});

export const aQuote = (id: string, changes: Partial<ArgsOf<'createQuote'>> = {}): ArgsOf<'createQuote'> => ({
  id,
  number: `Q-TEST-${id}`,
  title: '',
  accountId: null,
  contactId: null,
  opportunityId: null,
  currency: 'EUR',
  priceBook: { bookId: 'book-1', version: 1 },
  pricingDate: '2026-11-21',
  expiresOn: '2026-12-21',
  documentLanguage: 'en',
  discountPercent: '0',
  items: [],
  introduction: '',
  terms: '',
  internalNotes: '',
  ...changes,
});

export const aLine = (id: string, quantity = '1'): ArgsOf<'addQuoteItems'>['insertions'][number]['item'] => ({
  kind: 'line',
  id,
  sku: 'SKU-1',
  description: 'A thing',
  quantity,
  sell: { kind: 'list' },
  discountPercent: '0',
  note: '',
  optional: false,
});
