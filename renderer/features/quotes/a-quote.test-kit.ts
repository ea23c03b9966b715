import type { Product } from '#shared/domain/catalog/product';
import type { PricedAmounts, PricedLine } from '#shared/domain/pricing/priced';
import type { Quote, QuoteLine } from '#shared/domain/quote/quote';
import * as shared from '#shared/domain/quote/quote.test-kit';

export const aSection = shared.aSection;

export const aLine = (changes: Partial<QuoteLine> = {}): QuoteLine =>
  shared.aLine({ sku: 'HS-EPP', description: 'Endpoint protection', ...changes });

/** A draft as the editor begins it: no customer and no lines yet. */
export const aQuote = (changes: Partial<Quote> = {}): Quote =>
  shared.aQuote({
    number: 'Q-7K2M-0001',
    title: 'Headquarters',
    accountId: null,
    priceBook: { bookId: 'book-1', version: 1 },
    items: [],
    introduction: '',
    terms: '',
    internalNotes: '',
    ...changes,
  });

export const aProduct = (changes: Partial<Product> = {}): Product =>
  shared.aProduct({
    sku: 'HS-EPP',
    family: 'Security',
    kind: 'subscription',
    name: { en: 'Endpoint protection', pl: 'Ochrona stacji' },
    vendor: 'Heliosoft',
    unit: 'seat',
    charge: { kind: 'recurring', period: 'month', termMonths: 12 },
    ...changes,
  });

/** A priced "HS-EPP", one for 100.00 list, 70.00 buy and 90.00 sell, without explanation. */
export const aPricedLine = (amounts: Partial<PricedAmounts> = {}): PricedLine => ({
  lineId: 'line-1',
  sku: 'HS-EPP',
  optional: false,
  status: 'priced',
  amounts: {
    quantity: '1',
    listUnit: '100',
    buyUnit: '70',
    sellUnit: '90',
    listLine: '100.00',
    buyLine: '70.00',
    sellLine: '90.00',
    margin: '20.00',
    marginPercent: '22.222222',
    markupPercent: '28.571429',
    charge: { kind: 'one-time' },
    period: null,
    payments: [],
    bundle: null,
    minimumUnit: null,
    buySteps: [],
    sellSteps: [],
    ...amounts,
  },
});
