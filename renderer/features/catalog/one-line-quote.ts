import type { Product } from '#shared/domain/catalog/product';
import type { Partner } from '#shared/domain/partner/partner';
import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import { addDays } from '#shared/lib/clock';
import type { Quote } from '#shared/domain/quote/quote';

/** One piece of a product at its list price, as a quote: the pricing engine then says what the partner pays and why. Never stored. */
export function oneLineQuote(
  product: Product,
  book: PriceBookHeader,
  partner: Partner,
  today: string,
): Quote {
  const instant = `${today}T00:00:00.000Z`;
  return {
    id: 'price-check',
    partnerId: partner.id,
    ownerId: partner.id,
    number: 'price-check',
    revision: 1,
    state: 'draft',
    title: '',
    accountId: null,
    contactId: null,
    opportunityId: null,
    currency: book.currency,
    priceBook: { bookId: book.bookId, version: book.version },
    pricingDate: today,
    expiresOn: addDays(today, 1),
    documentLanguage: 'en',
    discountPercent: '0',
    items: [
      {
        kind: 'line',
        id: 'line',
        sku: product.sku,
        description: '',
        quantity: '1',
        sell: { kind: 'list' },
        discountPercent: '0',
        note: '',
        optional: false,
      },
    ],
    introduction: '',
    terms: '',
    internalNotes: '',
    createdAt: instant,
    updatedAt: instant,
  };
}
