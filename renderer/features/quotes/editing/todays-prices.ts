import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import type { Quote } from '#shared/domain/quote/quote';
import type { QuoteChange } from './quote-change';

/** The book's newest rate for a currency, as a quote freezes it (PR-5); null for the book's own or one it has no rate for. */
export function newestRate(
  { currency: own, exchangeRates = [] }: Pick<PriceBookHeader, 'currency' | 'exchangeRates'>,
  currency: string,
): NonNullable<Quote['exchangeRate']> | null {
  if (currency === own) return null;
  const newest = exchangeRates
    .filter((rate) => rate.currency === currency)
    .toSorted((a, b) => b.date.localeCompare(a.date))[0];
  return newest ? { rate: newest.rate, date: newest.date } : null;
}

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
