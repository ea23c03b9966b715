import type { Currency, Decimal } from '../money/amount';
import { sumDecimals } from '../money/sum-decimals';

export interface CurrencyTotal {
  readonly currency: Currency;
  readonly amount: Decimal;
}

/** Amounts summed exactly, currency by currency, never across (PR-1); currencies in alphabetic order. */
export function totalsByCurrency(
  amounts: readonly { readonly amount: Decimal; readonly currency: Currency }[],
): readonly CurrencyTotal[] {
  const currencies = [...new Set(amounts.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => ({
    currency,
    amount: sumDecimals(amounts.filter((one) => one.currency === currency).map(({ amount }) => amount)),
  }));
}
