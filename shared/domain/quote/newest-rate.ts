import type { PriceBookHeader } from '../pricing/price-book';
import type { Quote } from './quote';

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
