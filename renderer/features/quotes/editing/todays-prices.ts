import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import { newestRate } from '#shared/domain/quote/newest-rate';
import type { Quote } from '#shared/domain/quote/quote';
import type { QuoteChange } from './quote-change';

/** Moves a draft to a book version, priced today, with nothing kept from older ones, and valid anew (PR-31, PR-32). */
export function todaysPrices(
  { id, currency, expiresOn }: Quote,
  book: PriceBookHeader,
  today: string,
  validUntil: string,
): readonly QuoteChange[] {
  return [
    {
      name: 'repriceQuote',
      args: {
        id,
        priceBook: { bookId: book.bookId, version: book.version },
        pricingDate: today,
        exchangeRate: newestRate(book, currency),
        kept: [],
      },
    },
    {
      name: 'editQuote',
      args: { id, changes: { expiresOn: expiresOn > validUntil ? expiresOn : validUntil } },
    },
  ];
}
