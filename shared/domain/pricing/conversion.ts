import { err, ok, type Result } from '../../lib/result';
import type { Currency, Decimal } from '../money/amount';
import { compare, multiply, type Exact } from '../money/exact';
import { decimal, parseDecimal } from '../money/parse-decimal';
import type { PriceBookHeader } from './price-book';
import type { LineProblem } from './priced';

/** PR-5: from the book's currency to the quote's, at a rate that the quote has frozen. */
export interface Conversion {
  readonly from: Currency;
  readonly rate: Decimal;
  readonly date: string;
  readonly exact: Exact;
}

/**
 * PR-5: how amounts of a book become amounts of a quote; null when both have one currency. The quote's rate must be one of the book
 * version's for its currency, by value and date; it is then written as the book writes it.
 */
export function conversionFor(
  { currency: from, exchangeRates = [] }: Pick<PriceBookHeader, 'currency' | 'exchangeRates'>,
  currency: Currency,
  frozen: { readonly rate: Decimal; readonly date: string } | null | undefined,
): Result<Conversion | null, LineProblem> {
  if (from === currency) return ok(null);
  if (!frozen) return err({ type: 'exchange-rate-missing', from, to: currency });
  const { rate, date } = frozen;
  const exact = parseDecimal(rate);
  const known = exchangeRates.find(
    (own) =>
      own.currency === currency &&
      own.date === date &&
      exact !== undefined &&
      compare(decimal(own.rate), exact) === 0,
  );
  return exact && known
    ? ok({ from, rate: known.rate, date, exact })
    : err({ type: 'exchange-rate-unknown', rate, date });
}

/** An amount of the book's in the quote's currency, unrounded. */
export const converted = (amount: Exact, conversion: Conversion | null): Exact =>
  conversion ? multiply(amount, conversion.exact) : amount;
