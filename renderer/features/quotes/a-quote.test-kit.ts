import type { Product } from '#shared/domain/catalog/product';
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
