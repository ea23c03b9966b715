import { newestRate } from '#shared/domain/quote/newest-rate';
import { divide, multiply, type Exact } from '#shared/domain/money/exact';
import { formatRounded } from '#shared/domain/money/format-decimal';
import { minorUnits } from '#shared/domain/money/minor-units';
import { decimal } from '#shared/domain/money/parse-decimal';
import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import { linesOf, type Quote } from '#shared/domain/quote/quote';
import type { QuoteChange } from './quote-change';

type Rates = Pick<PriceBookHeader, 'currency' | 'exchangeRates'>;

/**
 * Puts a draft into another currency at the book's newest rate (PR-5). Prices that were typed go along, rounded to the new currency's
 * minor unit: a hundred euros must not become a hundred yen.
 */
export function changeCurrency(quote: Quote, header: Rates, currency: string): readonly QuoteChange[] {
  const exchangeRate = newestRate(header, currency);
  const from = quote.exchangeRate ? decimal(quote.exchangeRate.rate) : one;
  const to = exchangeRate ? decimal(exchangeRate.rate) : one;
  const edits = linesOf(quote).flatMap(({ id, sell }) => {
    if (sell.kind !== 'fixed') return [];
    const price = divide(multiply(decimal(sell.unitPrice), to), from);
    const unitPrice = formatRounded(price, minorUnits(currency), 'half-up');
    return [{ itemId: id, changes: { sell: { kind: 'fixed' as const, unitPrice } } }];
  });
  return [
    { name: 'editQuote', args: { id: quote.id, changes: { currency, exchangeRate } } },
    ...(edits.length === 0
      ? []
      : ([{ name: 'editQuoteItems', args: { id: quote.id, edits } }] satisfies QuoteChange[])),
  ];
}

const one: Exact = { n: 1n, d: 1n };

/** A rate of a later day in the same book version than the one the quote has frozen; null when there is none. */
export function newerRate(
  header: Rates,
  { currency, exchangeRate }: Pick<Quote, 'currency' | 'exchangeRate'>,
): NonNullable<Quote['exchangeRate']> | null {
  const newest = newestRate(header, currency);
  if (!newest || (exchangeRate && exchangeRate.date >= newest.date)) return null;
  return newest;
}
